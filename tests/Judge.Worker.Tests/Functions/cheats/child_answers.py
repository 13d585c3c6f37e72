# expect: runtimeError or wrongAnswer
# A child answers as well: whichever is first, neither is an answer to the next question.
import os
class Solution:
    def scramble(self, x):
        child = os.fork()
        if child == 0: return 1
        os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT | os.WNOHANG)
        os.write(4, b'2\n3\n')
        return 1
