# Wrong: no beam ever breaks.
class Solution:
    def settle(self, shaft: List[List[str]]) -> None:
        for j in range(len(shaft[0])):
            free = len(shaft) - 1
            for i in range(len(shaft) - 1, -1, -1):
                if shaft[i][j] == "#":
                    free = i - 1
                elif shaft[i][j] == "o":
                    shaft[i][j] = "."
                    shaft[free][j] = "o"
                    free -= 1
