"""Rewrites data/secret (always the same files)."""
import json
import pathlib
import random

SECRET = pathlib.Path(__file__).resolve().parent.parent / "data" / "secret"


def line(value):
    return json.dumps(value, separators=(",", ":")) + "\n"


def solve(matches):
    teams = {}
    for home, guest, score in matches:
        a, b = map(int, score.split(":"))
        for team, goals, against in ((home, a, b), (guest, b, a)):
            played, points, scored, got = teams.get(team, (0, 0, 0, 0))
            teams[team] = played + 1, points + (3 if goals > against else goals == against), scored + goals, got + against
    ranks = sorted((-points, got - scored, -scored, team) for team, (_, points, scored, got) in teams.items())
    return [[team, str(teams[team][0]), str(teams[team][1]), "%d:%d" % teams[team][2:]] for *_, team in ranks]


def brute(matches):
    """Reads all matches again for every team, and puts the best of those left next."""
    rest, rows = {team for match in matches for team in match[:2]}, []

    def record(team):
        own = [tuple(map(int, score.split(":")))[::1 if team == home else -1] for home, guest, score in matches if team in (home, guest)]
        return own, sum(3 * (a > b) + (a == b) for a, b in own), sum(a for a, _ in own), sum(b for _, b in own)

    while rest:
        best = None
        for team in sorted(rest):
            _, points, scored, got = record(team)
            if best is None or (points, scored - got, scored) > best[0]:
                best = (points, scored - got, scored), team
        rest.remove(best[1])
        own, points, scored, got = record(best[1])
        rows.append([best[1], str(len(own)), str(points), f"{scored}:{got}"])
    return rows


def name(number):
    letters = ""
    while not letters or number:
        number, letter = divmod(number, 52)
        letters += "QaZwSxEdCrFvTgByHnUjMiKoLpqAzWsXeDcRfVtGbYhNuJmIkOlP"[letter]
    return letters


def season(rng, count, teams, goals):
    matches = []
    for _ in range(count):
        home, guest = rng.sample(range(teams), 2)
        matches.append([name(home), name(guest), f"{rng.randint(0, goals)}:{rng.randint(0, goals)}"])
    return (matches,)


RNG = random.Random(5)
FILES = [
    ("corners", [([["A", "B", "0:0"]],), ([["B", "A", "0:0"]],), ([["a", "B", "0:0"]],), ([["A", "B", "50:0"]],), ([["A", "B", "9:10"]],), ([["A", "B", "1:0"]] * 4 + [["B", "A", "1:0"]] * 4,),
                 ([["Abcdefgh", "Abcdefg", "1:1"]],), ([["A", "B", "2:1"], ["C", "D", "12:10"], ["E", "F", "3:2"]],)]),
    ("random-small", [season(RNG, RNG.randint(1, 10), 5, 2) for _ in range(150)]),
    ("random-medium", [season(RNG, 60, 12, 12) for _ in range(10)]),
    ("large-few-teams", [season(RNG, 4000, 20, 9)]),
    ("large-many-teams", [season(RNG, 3000, 2000, 3)]),
    ("large-all-draws", [([[name(2 * i), name(2 * i + 1), "1:1"] for i in range(1500)],)]),
]
for title, cases in FILES[:3]:
    assert all(solve(*case) == brute(*case) for case in cases), title

SECRET.mkdir(parents=True, exist_ok=True)
for old in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
    old.unlink()
sample, lines = (SECRET.parent / "sample" / "1.in").read_text().splitlines(keepends=True), len(FILES[0][1][0])
seen = {"".join(sample[i:i + lines]) for i in range(0, len(sample), lines)}
for number, (name, cases) in enumerate(FILES, 1):
    path, answers = SECRET / f"{number:02d}-{name}", {}
    for case in cases:
        text = "".join(map(line, case))
        if text not in seen:
            seen.add(text)
            answers[text] = line(solve(*case))
    path.with_suffix(".in").write_text("".join(answers))
    path.with_suffix(".ans").write_text("".join(answers.values()))
