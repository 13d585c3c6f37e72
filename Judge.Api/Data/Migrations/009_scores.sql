-- Of scoring problems: what was earned, and by which group of cases (JSON).
alter table submissions add column score double precision;
alter table submissions add column group_results text;
