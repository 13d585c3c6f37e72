# Too much memory: remembers the whole text after every key, O(n^2) characters.
import sys

versions = [""]
for key in sys.stdin.readline().strip():
    page = versions[-1]
    if key == "<":
        versions.append(page[:-1])
    elif key == "!":
        versions.append(page + page[-1:])
    elif key == "#":
        versions.append("")
    else:
        versions.append(page + key)
print(versions[-1] or "-")
