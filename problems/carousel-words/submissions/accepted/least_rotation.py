# The least rotation stands for all; slices are compared by C.
class Solution:
    def sameCarousels(self, words: List[str]) -> List[List[str]]:
        groups = defaultdict(list)
        for word in words:
            twice = word + word
            groups[min(twice[i : i + len(word)] for i in range(len(word)))].append(word)
        return list(groups.values())
