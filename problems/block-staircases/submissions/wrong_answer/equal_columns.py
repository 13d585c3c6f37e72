# Wrong: a column may be as high as the one before.
class Solution:
    def staircases(self, blocks: int, highest: int) -> List[List[int]]:
        def build(left, least):
            if left == 0:
                yield []
            for height in range(least, min(left, highest) + 1):
                for rest in build(left - height, height):
                    yield [height] + rest

        return list(build(blocks, 1))
