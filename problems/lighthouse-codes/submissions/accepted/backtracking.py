# Adds dark or a flash, as long as that is allowed.
class Solution:
    def codes(self, length: int, flashes: int) -> List[str]:
        found = []

        def extend(code: str, left: int) -> None:
            if len(code) == length:
                if left == 0 and not (code[0] == code[-1] == "*"):
                    found.append(code)
                return
            extend(code + "-", left)
            if left and code[-1:] != "*":
                extend(code + "*", left - 1)

        extend("", flashes)
        return found
