-- A rejudge's job is a submission like any other, of an account of its own and in a lane of its own (tier 2): so no place, bound, list or
-- pace of anybody's counts it. When it is judged, its outcome goes to rejudge_of and the job is gone.
alter table submissions add column rejudge_of text;
insert into accounts (id, name, tier, role, created_at) values ('00000000-0000-0000-0000-000000000000', 'judge:rejudges', 0, 0, 0);

-- next_id: those of the filter with a greater id are still to be picked; null: all are.
create table rejudges (
    id          text    not null primary key,
    account_id  text    not null references accounts (id),
    filter      text    not null,
    total       integer not null,
    next_id     text,
    last_id     text    not null,
    created_at  bigint  not null,
    cancelled   integer not null default 0
);

create index rejudges_open on rejudges (id) where next_id is not null;

-- What was picked: the verdict before and after. verdict_after null: not judged again, be it not yet (ended_at null) or not at all.
create table rejudged (
    rejudge_id      text    not null references rejudges (id),
    submission_id   text    not null,
    job_id          text    not null unique,
    verdict_before  integer not null,
    verdict_after   integer,
    note            text,
    ended_at        bigint,
    primary key (rejudge_id, submission_id)
);

create index rejudged_of on rejudged (submission_id);

-- How far the old sources and outputs have been purged: those of ids below upto.
create table purges (
    name    text    not null primary key,
    upto    text    not null
);
