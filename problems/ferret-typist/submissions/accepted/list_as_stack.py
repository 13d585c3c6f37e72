# Keeps the text as a list of letters and works only at its end.
import sys


def main():
    page = []
    for key in sys.stdin.readline().strip():
        if key == "<":
            if page:
                page.pop()
        elif key == "!":
            if page:
                page.append(page[-1])
        elif key == "#":
            page.clear()
        else:
            page.append(key)
    print("".join(page) or "-")


main()
