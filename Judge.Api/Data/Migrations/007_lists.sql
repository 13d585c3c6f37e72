-- The lists' filters, so that a page costs what it shows however many submissions there are (./judge bench rows).
create index submissions_by_problem on submissions (problem, id);
create index submissions_by_account_problem on submissions (account_id, problem, id);
create index submissions_open on submissions (id) where state <> 2;
drop index submissions_active;
create index submissions_active on submissions (account_id, id) where state <> 2;
