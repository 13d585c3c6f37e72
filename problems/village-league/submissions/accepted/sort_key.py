class Solution:
    def table(self, matches: List[List[str]]) -> List[List[str]]:
        teams = defaultdict(lambda: [0, 0, 0, 0])
        for home, guest, score in matches:
            a, b = map(int, score.split(":"))
            for team, scored, against in ((home, a, b), (guest, b, a)):
                record = teams[team]
                record[0] += 1
                record[1] += 3 if scored > against else 1 if scored == against else 0
                record[2] += scored
                record[3] += against
        order = sorted(teams, key=lambda team: (-teams[team][1], teams[team][3] - teams[team][2], -teams[team][2], team))
        return [[team, str(teams[team][0]), str(teams[team][1]), f"{teams[team][2]}:{teams[team][3]}"] for team in order]
