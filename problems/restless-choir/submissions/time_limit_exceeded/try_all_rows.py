import itertools

n = int(input())
for row in itertools.permutations(range(1, n + 1)):
    if all(abs(a - b) > 1 for a, b in zip(row, row[1:])):
        print(*row)
        break
else:
    print("impossible")
