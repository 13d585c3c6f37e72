class Solution:
    def table(self, matches: List[List[str]]) -> List[List[str]]:
        rows = {}
        for home, guest, score in matches:
            a, b = map(int, score.split(":"))
            for team, scored, against in ((home, a, b), (guest, b, a)):
                played, points, goals, got = rows.get(team, (0, 0, 0, 0))
                rows[team] = played + 1, points + (3 if scored > against else int(scored == against)), goals + scored, got + against
        table = [[team, str(p), str(q), f"{g}:{h}"] for team, (p, q, g, h) in rows.items()]
        table.sort()
        # "9" is more than "10" here.
        table.sort(key=lambda row: (row[2], rows[row[0]][2] - rows[row[0]][3], rows[row[0]][2]), reverse=True)
        return table
