class Solution:
    def spin(self, lock: List[List[int]], turns: List[int]) -> None:
        rows, columns = len(lock), len(lock[0])
        for d, turn in enumerate(turns):
            bottom, right = rows - 1 - d, columns - 1 - d
            places = [(d, c) for c in range(d, right)]
            places += [(r, right) for r in range(d, bottom)]
            places += [(bottom, c) for c in range(right, d, -1)]
            places += [(r, d) for r in range(bottom, d, -1)]
            plates = [lock[r][c] for r, c in places]
            turn %= len(plates)
            for (r, c), plate in zip(places, plates[turn:] + plates[:turn]):
                lock[r][c] = plate
