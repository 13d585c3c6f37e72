low, high = 1, int(input())
while low < high:
    x = (low + high) // 2
    print("?", x, flush=True)
    answer = input()
    if answer == "touches":
        low = high = x
    elif answer == "deeper":
        low = x + 1
    else:
        high = x - 1
print("!", low)
