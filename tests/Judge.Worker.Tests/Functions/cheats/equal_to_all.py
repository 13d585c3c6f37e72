# expect: runtimeError
# An integer that is equal to every other.
class Any(int):
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    __hash__ = int.__hash__
class Solution:
    def scramble(self, x): return Any(1)
