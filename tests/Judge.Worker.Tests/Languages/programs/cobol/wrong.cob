identification division.
program-id. wrong.
procedure division.
    display undeclared.
    stop run.
