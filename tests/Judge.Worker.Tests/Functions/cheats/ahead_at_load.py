# expect: timeLimitExceeded
# Asks for the questions before it says that it is ready.
import os
first = os.read(3, 1 << 20)
class Solution:
    def scramble(self, x): return 1
