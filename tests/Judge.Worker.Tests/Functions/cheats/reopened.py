# expect: timeLimitExceeded
# Opens the questions anew, for more of them.
class Solution:
    def scramble(self, x):
        with open('/proc/self/fd/3', 'rb', buffering=0) as again: again.read(1 << 20)
        return 1
