# Too slow: compares every rotation letter by letter with every group.
class Solution:
    def sameCarousels(self, words: List[str]) -> List[List[str]]:
        groups = []
        for word in words:
            n = len(word)
            for group in groups:
                other = group[0]
                if len(other) == n and any(all(word[(i + k) % n] == other[k] for k in range(n)) for i in range(n)):
                    group.append(word)
                    break
            else:
                groups.append([word])
        return groups
