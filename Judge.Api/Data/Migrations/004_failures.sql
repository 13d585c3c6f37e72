-- Why an attempt came to no verdict, of submissions that have none or ended as internalError.
create table ended_attempts (
    submission_id   text    not null,
    attempt         integer not null,
    worker          text,
    reason          text    not null,
    ended_at        bigint  not null,
    primary key (submission_id, attempt)
);

-- What an admin has to look at: submissions that ended as internalError (submission_id), messages that nobody could read or handle (queue).
create table failures (
    id              text    not null primary key,
    submission_id   text,
    queue           text,
    content_type    text,
    reason          text    not null,
    failed_at       bigint  not null,
    body            blob
);

create unique index failures_of on failures (submission_id) where submission_id is not null;
