class Solution:
    def seat(self, guests: int, quarrels: List[List[int]]) -> List[int]:
        foes = [[] for _ in range(guests)]
        for a, b in quarrels:
            foes[a].append(b)
            foes[b].append(a)
        rooms = [guest % 2 for guest in range(guests)]
        restless = deque(range(guests))
        while restless:
            guest = restless.popleft()
            near = sum(rooms[foe] == rooms[guest] for foe in foes[guest])
            if 2 * near > len(foes[guest]):
                rooms[guest] = 1 - rooms[guest]
                restless.extend(foes[guest])
        return rooms
