# Too slow: looks through the whole wire again after every droplet, O(n^2).
class Solution:
    def mergeDroplets(self, droplets: List[int]) -> int:
        wire = []
        for x in droplets:
            wire.append(x)
            i = 0
            while i + 1 < len(wire):
                if wire[i] == wire[i + 1]:
                    wire[i : i + 2] = [2 * wire[i]]
                    i = 0
                else:
                    i += 1
        droplets[: len(wire)] = wire
        return len(wire)
