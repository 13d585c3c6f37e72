# Too slow: everybody's gossip as a set, passed on until nothing is new.
class Solution:
    def circles(self, guests: int, talks: List[List[int]]) -> List[List[int]]:
        knows = [{x} for x in range(guests)]
        changed = True
        while changed:
            changed = False
            for a, b in reversed(talks):
                new = knows[a] | knows[b]
                if new != knows[a] or new != knows[b]:
                    knows[a], knows[b] = new, set(new)
                    changed = True
        return [list(c) for c in {tuple(sorted(k)) for k in knows} if len(c) > 1]
