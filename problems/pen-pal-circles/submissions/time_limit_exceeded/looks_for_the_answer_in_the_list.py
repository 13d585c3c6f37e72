class Solution:
    def circles(self, letters: List[List[str]]) -> List[List[str]]:
        pals = {name: set() for letter in letters for name in letter}
        for a, b in letters:
            if [b, a] in letters:
                pals[a].add(b)
        people, result = set(pals), []
        while people:
            circle = [people.pop()]
            for name in circle:
                found = pals[name] & people
                people -= found
                circle += found
            result.append(circle)
        return result
