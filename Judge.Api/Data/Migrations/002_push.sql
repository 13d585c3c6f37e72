-- When a client could last see a difference: instances look here for changes that the bus did not tell them of.
alter table submissions add column changed_at bigint not null default 0;
create index submissions_changed on submissions (changed_at);

-- A browser's sign-in: the cookie's hash. Gone with the account's keys or when it expires.
create table sessions (
    hash        text    not null primary key,
    account_id  text    not null references accounts (id),
    expires_at  bigint  not null
);

create index sessions_expires on sessions (expires_at);
