class Solution:
    def orient(self, squares: int, lanes: List[List[int]]) -> List[List[int]]:
        # Where it helps at the moment; nobody comes back to what is odd in the end.
        arrivals = [0] * squares
        result = []
        for a, b in lanes:
            end = a if arrivals[a] % 2 else b
            arrivals[end] += 1
            result.append([a + b - end, end])
        return [] if any(n % 2 for n in arrivals) else result
