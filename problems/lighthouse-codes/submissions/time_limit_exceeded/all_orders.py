# Too slow: all orders of the characters, length! of them.
class Solution:
    def codes(self, length: int, flashes: int) -> List[str]:
        orders = set(permutations("*" * flashes + "-" * (length - flashes)))
        return ["".join(o) for o in orders if all(a + b != "**" for a, b in zip(o, o[1:] + o[:1]))]
