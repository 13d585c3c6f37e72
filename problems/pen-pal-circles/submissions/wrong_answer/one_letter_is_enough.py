class Solution:
    def circles(self, letters: List[List[str]]) -> List[List[str]]:
        near = defaultdict(set)
        for a, b in letters:
            near[a].add(b)
            near[b].add(a)
        people, result = set(near), []
        while people:
            circle = [people.pop()]
            for name in circle:
                circle += near[name] & people
                people -= near[name]
            result.append(circle)
        return result
