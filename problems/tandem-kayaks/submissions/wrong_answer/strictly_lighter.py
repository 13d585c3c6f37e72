# Wrong: refuses two hikers who weigh exactly c together.
c, *w = list(map(int, (input() + " " + input()).split()))[1:]
w.sort()
low, high, kayaks = 0, len(w) - 1, 0
while low <= high:
    if low < high and w[low] + w[high] < c:
        low += 1
    high -= 1
    kayaks += 1
print(kayaks)
