n, t = map(int, input().split())
weights = list(map(int, input().split()))
place = {x: i for i, x in enumerate(weights, 1)}
for i, x in enumerate(weights, 1):
    if t - x in place:
        print(i, place[t - x])
        break
else:
    print("none")
