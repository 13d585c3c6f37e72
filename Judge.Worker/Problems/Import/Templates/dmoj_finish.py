import os
import sys

# In a problem of points, what the case is worth, and what becomes of points for an output that is not right: in a batch the DMOJ skips the
# cases after one that failed, and so the batch is worth nothing (drops), but for its last case (keeps). Where other cases need this one
# (refuses) there is no verdict here that is both.
WORTH, UNPASSED = (float(sys.argv[4]), sys.argv[5]) if len(sys.argv) > 5 else (1.0, 'drops')
WORTH = int(WORTH) if WORTH == int(WORTH) else WORTH


def finish(passed, points):
    """Says by its exit code, and score.txt, what a checker has found."""
    if points < 0:
        sys.exit('the checker gave fewer points than none: %r' % points)
    if not passed and (points == 0 or UNPASSED == 'drops'):
        sys.exit(43)
    if not passed and UNPASSED == 'refuses':
        sys.exit('the checker gave points for an output that is not right, and other cases are judged only when this one is right')
    if abs(points - WORTH) > 1e-9:
        with open(os.path.join(sys.argv[3], 'score.txt'), 'w') as file:
            file.write(repr(float(points)))
    sys.exit(42)
