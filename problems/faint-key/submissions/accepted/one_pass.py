# Remembers whether the key is down.
class Solution:
    def typedText(self, text: str, key: str) -> str:
        paper, down = [], False
        for c in text:
            if c in " .":
                down = False
            elif c.lower() == key:
                down = not down
                if not down:
                    continue
            paper.append(c)
        return "".join(paper)
