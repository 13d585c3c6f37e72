# expect: runtimeError
import sys
class Solution:
    def scramble(self, x): sys.exit(0)
