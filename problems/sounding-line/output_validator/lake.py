"""The lake: answers up to 30 questions. A depth of 0 is made up so that each answer leaves as many depths as it can."""
import sys

QUESTIONS = 30


def finish(code, team, judges=""):
    for name, text in ("teammessage.txt", team), ("judgemessage.txt", judges):
        if text:
            with open(sys.argv[3] + name, "w") as file:
                file.write(text)
    sys.exit(code)


def say(word):
    try:
        print(word, flush=True)
    except BrokenPipeError:
        finish(43, "the program ended before it said a depth")


def main():
    with open(sys.argv[1]) as file:
        n, depth = map(int, file.read().split())
    low, high, asked = 1, n, 0
    say(n)
    while True:
        line = sys.stdin.readline(100)
        if not line:
            finish(43, "the program ended before it said a depth")
        words = line.split()
        if len(words) != 2 or words[0] not in "?!" or not words[1].isascii() or not words[1].isdigit() or not 1 <= int(words[1]) <= n:
            finish(43, "expected a line '? x' or '! d' with a number from 1 to n")
        x = int(words[1])
        if words[0] == "!":
            right = x == depth if depth else low == x == high
            finish(42 if right else 43, f"{asked} questions" if right else "the depth does not follow from the answers", f"{low}..{high}, said {x}")
        asked += 1
        if asked > QUESTIONS:
            finish(43, f"more than {QUESTIONS} questions")
        if depth:
            answer = "touches" if x == depth else "deeper" if x < depth else "shallower"
        elif x < low:
            answer = "deeper"
        elif x > high:
            answer = "shallower"
        elif low == high:
            answer = "touches"
        else:
            answer = "deeper" if high - x >= x - low else "shallower"
        if answer == "touches":
            low = high = x
        elif answer == "deeper":
            low = max(low, x + 1)
        else:
            high = min(high, x - 1)
        say(answer)


main()
