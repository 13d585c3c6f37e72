# Too slow: the right recurrence with two rows, but 64 million cells in Python.


def main():
    a = input().strip()
    b = input().strip()
    above = {j: 0 for j in range(-1, len(b))}
    for x in a:
        row = {-1: 0}
        for j, y in enumerate(b):
            row[j] = max(above[j], row[j - 1], above[j - 1] + int(x == y))
        above = row
    print(above[len(b) - 1])


main()
