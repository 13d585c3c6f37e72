"""Accepts any directions with an even number of lanes into every square, or [] where there is no answer."""
import json
import pathlib
import sys


def fault(squares, lanes, expected, answer):
    """What is wrong with an answer, or None."""
    if type(answer) is not list:
        return "not an array"
    if not answer or not expected:
        return None if not answer and not expected else "there is an answer" if expected else "there is no answer, and [] was to be returned"
    if len(answer) != len(lanes):
        return f"{len(answer)} lanes instead of {len(lanes)}"
    arrivals = [0] * squares
    for i, (lane, there) in enumerate(zip(lanes, answer)):
        if there not in (lane, lane[::-1]):
            return f"lane {i} is {there}, and it joins {lane[0]} and {lane[1]}"
        arrivals[there[1]] += 1
    for square, count in enumerate(arrivals):
        if count % 2:
            return f"{count} lanes lead to square {square}"
    return None


def main():
    case, answer, feedback = sys.argv[1:4]
    squares, lanes = map(json.loads, pathlib.Path(case).read_text().splitlines())
    try:
        found = fault(squares, lanes, json.loads(pathlib.Path(answer).read_text()), json.loads(sys.stdin.read()))
    except ValueError:
        found = "not JSON"
    if found is None:
        return 42
    (pathlib.Path(feedback) / "judgemessage.txt").write_text(found + "\n")
    return 43


if __name__ == "__main__":
    sys.exit(main())
