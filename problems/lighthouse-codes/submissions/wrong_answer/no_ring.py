# Wrong: forgets that the end is followed by the beginning.
class Solution:
    def codes(self, length: int, flashes: int) -> List[str]:
        every = ("".join(code) for code in product("*-", repeat=length))
        return [code for code in every if code.count("*") == flashes and "**" not in code]
