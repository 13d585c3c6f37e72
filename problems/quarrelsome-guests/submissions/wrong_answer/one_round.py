class Solution:
    def seat(self, guests: int, quarrels: List[List[int]]) -> List[int]:
        foes = [[] for _ in range(guests)]
        for a, b in quarrels:
            foes[a].append(b)
            foes[b].append(a)
        # Everybody moves once at most; those who were content at first may not be later.
        rooms = [0] * guests
        for guest in range(guests):
            if 2 * sum(rooms[foe] == rooms[guest] for foe in foes[guest]) > len(foes[guest]):
                rooms[guest] = 1
        return rooms
