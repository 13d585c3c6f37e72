"""Accepts any division in which every guest has at least half of his quarrels in the other room."""
import json
import pathlib
import sys


def fault(guests, quarrels, rooms):
    """What is wrong with an answer, or None."""
    if type(rooms) is not list or len(rooms) != guests:
        return f"not an array of {guests} rooms"
    for guest, room in enumerate(rooms):
        if type(room) is not int or room not in (0, 1):
            return f"guest {guest} is in room {room}, and there are only 0 and 1"
    foes, near = [0] * guests, [0] * guests
    for pair in quarrels:
        for guest in pair:
            foes[guest] += 1
            near[guest] += rooms[pair[0]] == rooms[pair[1]]
    for guest in range(guests):
        if 2 * near[guest] > foes[guest]:
            return f"guest {guest} shares a room with {near[guest]} of the {foes[guest]} he has quarrelled with"
    return None


def main():
    case, _, feedback = sys.argv[1:4]
    guests, quarrels = map(json.loads, pathlib.Path(case).read_text().splitlines())
    try:
        found = fault(guests, quarrels, json.loads(sys.stdin.read()))
    except ValueError:
        found = "not JSON"
    if found is None:
        return 42
    (pathlib.Path(feedback) / "judgemessage.txt").write_text(found + "\n")
    return 43


if __name__ == "__main__":
    sys.exit(main())
