-- The span of the POST (W3C traceparent), where traces are recorded: what comes of the submission is told as part of the same trace.
alter table submissions add column trace text;
