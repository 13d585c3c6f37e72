# Too slow: moves the coins one by one, O(|b|) steps.
a, b = map(int, input().split())
while b > 0:
    a += 1
    b -= 1
while b < 0:
    a -= 1
    b += 1
print(a)
