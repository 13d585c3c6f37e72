# expect: runtimeError
# Answers before it was asked.
import os
os.write(4, b'ready\n' + b'1\n' * 30)
class Solution:
    def scramble(self, x): return 1
