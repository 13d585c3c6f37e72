# expect: timeLimitExceeded
# Has a process that is nobody's child any more do the work.
import os, time
class Solution:
    def scramble(self, x):
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                while time.process_time() < 3: pass
                open('/tmp/done', 'w').close()
            os._exit(0)
        while not os.path.exists('/tmp/done'): time.sleep(0.01)
        return (x * 1103515245 + 12345) % 2147483647
