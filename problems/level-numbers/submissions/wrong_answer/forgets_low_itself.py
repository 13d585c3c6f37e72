# Wrong: leaves out low itself.
class Solution:
    def countLevel(self, low: int, high: int) -> int:
        @cache
        def ways(digits: int, rest: int, towers: int) -> int:
            if digits == 0:
                return int(rest == 0)
            return sum(ways(digits - 1, (rest - d) % towers, towers) for d in range(10))

        def up_to(n: int) -> int:
            text = str(n)
            count = sum(ways(k - 1, -d % k, k) for k in range(1, len(text)) for d in range(1, 10))
            begun = 0
            for i, c in enumerate(text):
                for d in range(1 if i == 0 else 0, int(c)):
                    count += ways(len(text) - 1 - i, -(begun + d) % len(text), len(text))
                begun += int(c)
            return count + (begun % len(text) == 0)

        return up_to(high) - up_to(low)
