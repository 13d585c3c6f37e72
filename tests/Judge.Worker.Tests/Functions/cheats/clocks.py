# expect: timeLimitExceeded
# Turns its own clocks back.
import time
time.time = time.perf_counter = time.process_time = time.monotonic = lambda: 0.0
try: time.clock_settime(time.CLOCK_REALTIME, 0)
except OSError: pass
class Solution:
    def scramble(self, x):
        n = 0
        while n < 200_000_000: n += 1
        return (x * 1103515245 + 12345) % 2147483647
