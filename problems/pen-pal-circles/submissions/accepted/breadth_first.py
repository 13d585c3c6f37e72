class Solution:
    def circles(self, letters: List[List[str]]) -> List[List[str]]:
        sent = defaultdict(set)
        people = set()
        for a, b in letters:
            sent[a].add(b)
            people |= {a, b}
        result = []
        while people:
            circle = [people.pop()]
            for name in circle:
                for pal in sent[name]:
                    if pal in people and name in sent[pal]:
                        people.remove(pal)
                        circle.append(pal)
            result.append(circle)
        return result
