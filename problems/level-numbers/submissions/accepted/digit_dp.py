# Digit by digit, with what the sum leaves when divided by the number of digits.
class Solution:
    def countLevel(self, low: int, high: int) -> int:
        return self.up_to(high) - self.up_to(low - 1)

    def up_to(self, n: int) -> int:
        text = str(n)
        return sum(self.of_length("9" * length) for length in range(1, len(text))) + self.of_length(text)

    def of_length(self, most: str) -> int:
        """Level numbers with as many digits as most that are at most as large."""
        towers = len(most)
        free = [0] * towers
        tight = 0 if most != "0" else None
        for i, c in enumerate(most):
            after = [0] * towers
            for rest, count in enumerate(free):
                if count:
                    for d in range(10):
                        after[(rest + d) % towers] += count
            if tight is not None:
                for d in range(1 if i == 0 else 0, int(c)):
                    after[(tight + d) % towers] += 1
                tight += int(c)
            free = after
        return free[0] + (tight is not None and tight % towers == 0)
