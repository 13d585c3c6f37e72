# Wrong: a droplet that has merged does not merge again.
class Solution:
    def mergeDroplets(self, droplets: List[int]) -> int:
        top = 0
        for x in droplets:
            if top and droplets[top - 1] == x:
                droplets[top - 1] *= 2
            else:
                droplets[top] = x
                top += 1
        return top
