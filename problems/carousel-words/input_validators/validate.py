"""Input format: the words."""
import json
import sys


def words(w):
    assert type(w) is list and 1 <= len(w) <= 5000, "from 1 to 5000 words"
    for word in w:
        assert type(word) is str and 1 <= len(word) <= 2000, "no string of 1 to 2000 letters"
        assert word.isascii() and word.isalpha() and word.islower(), "a character that is no small letter"
    assert sum(map(len, w)) <= 60000, "too many letters"


PARAMETERS = [words]


def main():
    lines = sys.stdin.buffer.read().decode("ascii").split("\n")
    assert lines.pop() == "", f"line {len(lines) + 1}: no line feed at the end"
    assert lines and len(lines) % len(PARAMETERS) == 0, f"line {len(lines)}: a case has {len(PARAMETERS)} line(s)"
    values = []
    for i, line in enumerate(lines):
        if i % len(PARAMETERS) == 0:
            values = []
        try:
            values.append(json.loads(line))
            PARAMETERS[len(values) - 1](*values)
        except (AssertionError, ValueError) as e:
            raise AssertionError(f"line {i + 1}: {e}: {line[:60]}") from e
    return 42


if __name__ == "__main__":
    try:
        code = main()
    except (AssertionError, ValueError) as e:
        print(e, file=sys.stderr)
        code = 43
    sys.exit(code)
