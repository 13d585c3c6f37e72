# expect: runtimeError
# Tries many answers for one question.
import os
class Solution:
    def scramble(self, x):
        os.write(4, b''.join(b'%d\n' % i for i in range(100_000)))
        return 1
