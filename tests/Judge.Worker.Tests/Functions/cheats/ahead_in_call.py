# expect: timeLimitExceeded
# Waits for the next question before it answers this one.
import os
class Solution:
    def scramble(self, x):
        os.read(3, 1 << 20)
        return 1
