-- When the dispatcher last took one of the account's, Unix ms: whose turn was longest ago is next.
alter table accounts add column served_at bigint not null default 0;
