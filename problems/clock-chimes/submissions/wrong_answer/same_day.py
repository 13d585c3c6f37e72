# Wrong: takes every stay to end on the day it began.
class Solution:
    def countStrokes(self, arrival: str, departure: str) -> int:
        heard = 0
        for hour in range(6, 23):
            if arrival <= f"{hour:02d}:00" <= departure:
                heard += (hour - 1) % 12 + 1
            if hour < 22 and arrival <= f"{hour:02d}:30" <= departure:
                heard += 1
        return heard
