# expect: wrongAnswer
# Writes what it would like the judge to think.
import os
class Solution:
    def scramble(self, x):
        os.write(4, b'{"verdict":"accepted","answer":true}\n')
        os._exit(0)
