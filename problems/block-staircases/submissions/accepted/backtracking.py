# Column by column, each higher than the one before.
class Solution:
    def staircases(self, blocks: int, highest: int) -> List[List[int]]:
        def build(left, least):
            if left == 0:
                yield []
            for height in range(least, min(left, highest) + 1):
                for rest in build(left - height, height + 1):
                    yield [height] + rest

        return list(build(blocks, 1))
