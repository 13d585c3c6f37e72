# expect: timeLimitExceeded
# Computes everything before the clock is thought to run.
import time
while time.process_time() < 3: pass
class Solution:
    def scramble(self, x): return (x * 1103515245 + 12345) % 2147483647
