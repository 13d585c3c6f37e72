-- The workers that began it, their ids separated by spaces; and how often one gave it back because it could not judge it.
alter table submissions add column workers text not null default '';
alter table submissions add column failures integer not null default 0;
-- Those that were begun so often that it has to be found out whether they are what ends their workers.
create index submissions_suspect on submissions (id) where state <> 2 and starts >= 3;
