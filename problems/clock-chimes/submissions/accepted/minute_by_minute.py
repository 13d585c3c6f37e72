# Lets the minutes pass, at most 1440 of them.
class Solution:
    def countStrokes(self, arrival: str, departure: str) -> int:
        def minutes(clock):
            hours, rest = clock.split(":")
            return int(hours) * 60 + int(rest)

        now, last = minutes(arrival), minutes(departure)
        if last < now:
            last += 1440
        heard = 0
        while now <= last:
            hour, minute = now // 60 % 24, now % 60
            if minute == 0 and 6 <= hour <= 22:
                heard += hour % 12 or 12
            elif minute == 30 and 6 <= hour < 22:
                heard += 1
            now += 1
        return heard
