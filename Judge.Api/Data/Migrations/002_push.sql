-- When a client could last see a difference: instances look here for changes that the bus did not tell them of.
alter table submissions add column changed_at bigint not null default 0;
create index submissions_changed on submissions (changed_at);

-- A browser's sign-in: the cookie's hash, and the key's by which it was made and with which it ends.
create table sessions (
    hash        text    not null primary key,
    key_hash    text    not null references api_keys (hash) on delete cascade,
    expires_at  bigint  not null
);

create index sessions_of_key on sessions (key_hash, expires_at);

create index sessions_expires on sessions (expires_at);
