# Counts numbers that come again anywhere, not only as neighbours.
input()
numbers = input().split()
print(len(numbers) - len(set(numbers)))
