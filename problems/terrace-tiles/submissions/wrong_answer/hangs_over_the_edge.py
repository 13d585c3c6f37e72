class Solution:
    def countTilings(self, plan: List[str]) -> int:
        width = len(plan[0])
        ways = Counter({0: 1})
        for row in plan:
            for c in range(width):
                then = Counter()
                for state, count in ways.items():
                    covered = state >> c & 1
                    if row[c] == "#":
                        if not covered:
                            then[state] += count
                    elif covered:
                        then[state ^ 1 << c] += count
                    else:
                        then[state | 1 << c] += count
                        if c + 1 < width and not state >> c + 1 & 1:
                            then[state | 2 << c] += count
                ways = then
        # Also those whose tiles reach out of the last row.
        return sum(ways.values())
