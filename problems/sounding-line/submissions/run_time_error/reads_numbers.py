n = int(input())
print("?", (n + 1) // 2, flush=True)
depth = int(input())
print("!", depth)
