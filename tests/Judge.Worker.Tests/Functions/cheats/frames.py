# expect: wrongAnswer
# Looks for the answer in the frames below and in every object that there is.
import gc, sys
class Solution:
    def scramble(self, x):
        numbers = set()
        frame = sys._getframe()
        while frame:
            for value in frame.f_locals.values():
                if type(value) is int: numbers.add(value)
            frame = frame.f_back
        for thing in gc.get_objects():
            if isinstance(thing, (list, tuple)): numbers.update(v for v in thing if type(v) is int and v > 100_000_000)
        numbers.discard(x)
        answer = (x * 1103515245 + 12345) % 2147483647 # which a leak would be known by
        return answer if answer in numbers else 0
