input()
numbers = input().split()
print(sum(a == b for a, b in zip(numbers, numbers[1:])))
