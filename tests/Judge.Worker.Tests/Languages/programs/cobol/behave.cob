identification division.
program-id. behave.
data division.
working-storage section.
01 what pic x(10).
01 chunk pointer.
01 fresh pic x(1000000) based.
procedure division.
    accept what.
    if what = "exit" move 3 to return-code stop run end-if.
    if what = "crash" call "nowhere" end-if.
    if what = "loop" perform until 1 = 2 continue end-perform end-if.
    perform until 1 = 2
        allocate fresh returning chunk
        move all "x" to fresh
    end-perform.
    stop run.
