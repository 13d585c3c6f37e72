# A row of the table as the bits of one big integer (Hyyro's algorithm).


def main():
    a = input().strip()
    b = input().strip()
    where = {}
    for i, note in enumerate(a):
        where[note] = where.get(note, 0) | 1 << i
    mask = (1 << len(a)) - 1
    row = mask
    for note in b:
        u = row & where.get(note, 0)
        row = ((row + u) | (row - u)) & mask
    print(len(a) - bin(row).count("1"))


main()
