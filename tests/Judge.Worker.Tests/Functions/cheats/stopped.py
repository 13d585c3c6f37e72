# expect: timeLimitExceeded
# Stops, and a child wakes it when the judge has gone home.
import os, signal, time
class Solution:
    def scramble(self, x):
        parent = os.getpid()
        if os.fork() == 0:
            time.sleep(30); os.kill(parent, signal.SIGCONT); os._exit(0)
        os.kill(parent, signal.SIGSTOP)
        return (x * 1103515245 + 12345) % 2147483647
