n, t = map(int, input().split())
place = {}
for i, x in enumerate(map(int, input().split()), 1):
    if t - x in place:
        print(i, place[t - x])
        break
    place[x] = i
else:
    print("none")
