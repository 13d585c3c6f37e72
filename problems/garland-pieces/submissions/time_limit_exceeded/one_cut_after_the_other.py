# Too slow: one more piece at a time, from where the pieces stay longest; up to 10^9 of them.
class Solution:
    def longestPiece(self, garlands: List[int], windows: int) -> float:
        heap = [(-g, g, 1) for g in garlands]
        heapify(heap)
        for _ in range(windows):
            length, g, pieces = heap[0]
            heapreplace(heap, (-g / (pieces + 1), g, pieces + 1))
        return -float(length)
