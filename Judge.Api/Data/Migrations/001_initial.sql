-- Times are Unix milliseconds, ids are lower-case UUIDs (version 7: in order of creation), enums are the numbers of Judge.Contracts.
create table accounts (
    id          text    not null primary key,
    name        text    not null unique,
    tier        integer not null,
    role        integer not null,
    created_at  bigint  not null
);

create table api_keys (
    hash        text    not null primary key,
    account_id  text    not null references accounts (id),
    created_at  bigint  not null
);

create table packages (
    hash        text    not null primary key,
    zip         blob    not null,
    created_at  bigint  not null
);

create table problems (
    slug            text    not null primary key,
    package_hash    text    not null references packages (hash),
    title           text    not null,
    difficulty      text,
    tags            text    not null,
    statement       text    not null,
    time_limit_ms   integer not null,
    memory_limit_kb integer not null,
    case_count      integer not null,
    samples         text    not null,
    shipped         integer not null,
    updated_at      bigint  not null
);

-- The row is the outbox. dispatched_at null: waits for the dispatcher (not before not_before). Set, worker null: in the broker's
-- queue. worker set: being judged, until lease_until at the latest. Wide columns stand last so that short reads skip them.
create table submissions (
    id              text    not null primary key,
    account_id      text    not null references accounts (id),
    idempotency_key text,
    request_hash    text,
    problem         text    not null,
    package_hash    text    not null,
    language        text    not null,
    tier            integer not null,
    state           integer not null,
    version         integer not null,
    attempt         integer not null,
    verdict         integer,
    done            integer not null,
    total           integer not null,
    time_ms         integer,
    wall_ms         integer,
    memory_kb       integer,
    created_at      bigint  not null,
    started_at      bigint,
    judged_at       bigint,
    not_before      bigint  not null,
    dispatched_at   bigint,
    lease_until     bigint,
    worker          text,
    execution       text,
    starts          integer not null,
    message         text,
    compile_output  text,
    cases           text,
    source          text    not null
);

create unique index submissions_idempotency on submissions (account_id, idempotency_key) where idempotency_key is not null;
create index submissions_by_account on submissions (account_id, id);
create index submissions_queued on submissions (tier, account_id, id) where state = 0;
create index submissions_pending on submissions (tier, account_id, id) where dispatched_at is null and state <> 2;
create index submissions_dispatched on submissions (tier, account_id) where dispatched_at is not null and state <> 2;
create index submissions_active on submissions (account_id) where state <> 2;

create table workers (
    id          text    not null primary key,
    tier        integer not null,
    slots       integer not null,
    busy        integer not null,
    languages   text    not null,
    seen_at     bigint  not null
);
