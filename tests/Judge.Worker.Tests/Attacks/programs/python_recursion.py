# attack: recursion without end, with the interpreter's own bound taken away
# judge: runtimeError memoryLimitExceeded
import sys
sys.setrecursionlimit(2**31 - 1)
def deeper(x): return deeper([x]) if x else deeper([x, x])
deeper([])
