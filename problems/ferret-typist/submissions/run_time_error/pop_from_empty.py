# Crashes: IndexError when a key needs the last letter of an empty page.
import sys

page = []
for key in sys.stdin.readline().strip():
    if key == "<":
        page.pop()
    elif key == "!":
        page.append(page[-1])
    elif key == "#":
        page = []
    else:
        page.append(key)
print("".join(page) or "-")
