-- Runs: a program on its user's own inputs. kind: SubmissionKind; inputs: a JSON array of texts, null unless kind is 1; package_hash is '' when it is of no problem.
alter table submissions add column kind integer not null default 0;
alter table submissions add column inputs text;
create index submissions_runs on submissions (id) where kind = 1;
create index submissions_runs_by_account on submissions (account_id, id) where kind = 1;

-- Of a function problem: its signature.json.
alter table problems add column signature text;

-- Each account's best accepted submission, in time and in memory (not always the same one), of a problem in a language.
create table bests (
    problem     text    not null,
    language    text    not null,
    account_id  text    not null,
    time_ms     integer not null,
    memory_kb   integer not null,
    primary key (problem, language, account_id)
);

-- How many accounts' bests lie where. measure: Measure; bucket: the least value in it, see Measures.Bucket.
create table distributions (
    problem     text    not null,
    language    text    not null,
    measure     integer not null,
    bucket      integer not null,
    accounts    integer not null,
    primary key (problem, language, measure, bucket)
);
