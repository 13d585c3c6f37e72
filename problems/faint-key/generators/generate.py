"""Rewrites data (always the same files)."""
import copy
import json
import pathlib
import random
import re


def solve(text, key):
    paper, down = [], False
    for c in text:
        if c in " .":
            down = False
        if c.lower() == key:
            down = not down
            if not down:
                continue
        paper.append(c)
    return "".join(paper)


def brute(text, key):
    """Between shakes, every second one of the letters goes."""
    def every_second(match):
        count = 0
        kept = ""
        for part in re.split(f"([{key}{key.upper()}])", match.group()):
            count += part.lower() == key
            kept += "" if part.lower() == key and count % 2 == 0 else part
        return kept

    return re.sub(r"[^ .]+", every_second, text)


def small(*case):
    return True


def random_text(seed, n, letters):
    rng = random.Random(seed)
    return "".join(rng.choice(letters) for _ in range(n))


def many(seed, cases, n, letters):
    rng = random.Random(seed)
    return [(random_text(seed * 1000 + i, rng.randint(0, n), letters), rng.choice("abc")) for i in range(cases)]


SAMPLES = [("banana", "n"), ("All about a canal.", "l"), ("Eel", "e")]
SECRET = [
    ("corners", [
        ("", "a"), (" ", "a"), ("a", "a"), ("A", "a"), ("aa", "a"), ("aA", "a"), ("Aa", "a"), ("aaa", "a"), ("a.a", "a"), ("a a", "a"), ("a-a", "a"),
        ("a,a!a", "a"), ("bcd", "z"), ("zZzZ", "z"), ("..  ..", "q"), ("\"Ah,\" said Anna, \"a llama!\"", "a"), ("It's Ann's 'aa'-aa", "n"), ("x. xx. xxx.", "x"),
    ]),
    ("random-tiny", many(1, 140, 8, "aAbBc ")),
    ("random-marks", many(2, 60, 30, "aaAbc .,'\"!-")),
    ("random-medium", many(3, 10, 500, "abcABCdefgh ")),
    ("max-one-letter", [("kK" * 2500, "k"), ("k" * 4999 + "K", "k")]),
    ("max-random", [(random_text(4, 5000, "abcdefghijklmnopqrstuvwxyzABCXYZ   .,'!-"), k) for k in "aez"]),
    ("large-no-shake", [(random_text(5, 4001, "mMn,"), "m"), (random_text(6, 4001, "mMn. "), "m")]),
]


def write(name, cases):
    inputs, answers = [], []
    for case in cases:
        if json.dumps(case) in SEEN:
            continue
        SEEN.add(json.dumps(case))
        answer = solve(*copy.deepcopy(case))
        if small(*case):
            assert answer == brute(*copy.deepcopy(case)), case
        inputs += [json.dumps(value, separators=(",", ":")) for value in case]
        answers.append(json.dumps(answer, separators=(",", ":")))
    path = ROOT / "data" / name
    path.with_suffix(".in").write_text("\n".join(inputs) + "\n")
    path.with_suffix(".ans").write_text("\n".join(answers) + "\n")


ROOT = pathlib.Path(__file__).resolve().parent.parent
SEEN = set()  # no case is there twice
for folder in ("sample", "secret"):
    (ROOT / "data" / folder).mkdir(parents=True, exist_ok=True)
    for old in (ROOT / "data" / folder).iterdir():
        old.unlink()
write("sample/1", SAMPLES)
for i, (name, cases) in enumerate(SECRET, 1):
    write(f"secret/{i:02d}-{name}", cases)
