# Too much memory: allocates the whole table of 64 million entries up front.
a = input().strip()
b = input().strip()
table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
for i, x in enumerate(a, 1):
    row, above = table[i], table[i - 1]
    for j, y in enumerate(b, 1):
        row[j] = above[j - 1] + 1 if x == y else max(above[j], row[j - 1])
print(table[len(a)][len(b)])
