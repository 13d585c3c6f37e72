# An output validator in the sense of Kattis that compares as one of DMOJ's checkers does.
# Called as: validate.py input answer feedback_dir < output; exits with 42 when the output is right, 43 when not.
import re
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
    """Nothing is near a number that is none."""
    absolute = abs(value - wanted) <= epsilon
    low, high = sorted((wanted * (1 - epsilon), wanted * (1 + epsilon)))
    relative = low <= value <= high
    either = absolute or abs(wanted) >= epsilon and abs(1.0 - value / wanted) <= epsilon
    return {'default': either, 'absolute': absolute, 'relative': relative}[mode]


def floats(output, answer, precision, mode):
    """Line by line: numbers within 10^-precision, everything else the same."""
    ours, theirs = lines(answer), lines(output)
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
                if not near(float(got), number, 10 ** -precision, mode):
                    return False
            except (ArithmeticError, ValueError):
                return False
    return True


def linecount(output, answer):
    """The share of lines that are right but for white space at their ends; nothing when there are too many."""
    ours, theirs = lines(answer), lines(output)
    if len(theirs) > len(ours) or not ours:
        return not ours and not theirs
    return sum(mine.strip() == yours.strip() for mine, yours in zip(ours, theirs)) / len(ours)


def rstripped(output, answer, filter_new_line=False):
    """The same lines but for white space at their ends, and, with the argument, for empty ones."""
    def shape(text):
        return [line.rstrip() for line in (lines(text) if filter_new_line else re.split(rb'[\r\n]', text))]
    return shape(output) == shape(answer)


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
share = float(CHECKS[CHECK](sys.stdin.buffer.read(), expected, **ARGS))
finish(share == 1, WORTH * share)
