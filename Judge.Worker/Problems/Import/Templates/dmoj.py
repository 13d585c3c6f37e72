# An output validator in the sense of Kattis that compares as one of DMOJ's checkers does.
# Called as: validate.py input answer feedback_dir < output; exits with 42 when the output is right, 43 when not.
import re
import sys
from collections import Counter


def lines(text):
    return [line for line in re.split(rb'[\r\n]', text) if line]


def standard(output, answer):
    """The same tokens on the same lines; how much white space there is, and empty lines, do not matter."""
    def shape(text):
        return [line.split() for line in lines(text) if line.split()]
    return shape(output) == shape(answer)


def easy(output, answer):
    """The same letters and digits, in whatever order and case."""
    def letters(text):
        return Counter(b''.join(text.split()).lower())
    return letters(output) == letters(answer)


def near(value, wanted, epsilon, mode):
    error = abs(value - wanted)
    absolute = error <= epsilon
    relative = abs(wanted) >= epsilon and error <= epsilon * abs(wanted)
    return {'default': absolute or relative, 'absolute': absolute, 'relative': relative or error == 0}[mode]


def floats(output, answer, precision, mode):
    """Line by line: numbers within 10^-precision, everything else the same."""
    ours, theirs = [l for l in answer.split(b'\n') if l.strip()], [l for l in output.split(b'\n') if l.strip()]
    if len(ours) != len(theirs):
        return False
    for mine, yours in zip(ours, theirs):
        mine, yours = mine.split(), yours.split()
        if len(mine) != len(yours):
            return False
        for wanted, got in zip(mine, yours):
            try:
                number = float(wanted)
            except ValueError:
                if wanted != got:
                    return False
                continue
            try:
                if not near(float(got), number, 10.0 ** -precision, mode):
                    return False
            except ValueError:
                return False
    return True


def linecount(output, answer):
    """Every line right but for white space at its ends, and none too many."""
    return [l.strip() for l in lines(output)] == [l.strip() for l in lines(answer)] if lines(answer) else not lines(output)


def rstripped(output, answer):
    """The same lines but for white space at their ends."""
    return [l.rstrip() for l in output.split(b'\n')] == [l.rstrip() for l in answer.split(b'\n')]


def in_any_order(output, answer, split_on):
    """The same lines, or words, in any order."""
    def pieces(text):
        return sorted(text.split() if split_on == 'whitespace' else [l.split() for l in lines(text)])
    return pieces(output) == pieces(answer)


def unordered(output, answer):
    return sorted(output.split()) == sorted(answer.split())


CHECKS = {
    'standard': standard, 'easy': easy, 'floats': floats, 'linecount': linecount, 'rstripped': rstripped,
    'sorted': in_any_order, 'unordered': unordered,
}

with open(sys.argv[2], 'rb') as file:
    expected = file.read()
sys.exit(42 if CHECKS[CHECK](sys.stdin.buffer.read(), expected, **ARGS) else 43)
