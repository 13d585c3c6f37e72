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

insert into bests (problem, language, account_id, time_ms, memory_kb)
select problem, language, account_id, min(time_ms), min(memory_kb) from submissions
where state = 2 and verdict = 0 and rejudge_of is null and time_ms is not null and memory_kb is not null
group by problem, language, account_id;

-- Up to 128 a bucket for each value; then 64 for each doubling.
with recursive octaves (low, high, width) as (
    select 0, 128, 1
    union all
    select high, high * 2, width * 2 from octaves where high < 1073741824
)
insert into distributions (problem, language, measure, bucket, accounts)
select problem, language, 0, time_ms / width * width, count(*) from bests join octaves on time_ms >= low and time_ms < high group by 1, 2, 3, 4
union all
select problem, language, 1, memory_kb / width * width, count(*) from bests join octaves on memory_kb >= low and memory_kb < high group by 1, 2, 3, 4;
