# The front of the array is the stack.
class Solution:
    def mergeDroplets(self, droplets: List[int]) -> int:
        top = 0
        for x in droplets:
            while top and droplets[top - 1] == x:
                top -= 1
                x *= 2
            droplets[top] = x
            top += 1
        return top
