"""Any two cheeses that weigh t together are right."""
import sys


def reject(why):
    with open(sys.argv[3] + "teammessage.txt", "w") as file:
        file.write(why)
    sys.exit(43)


def main():
    with open(sys.argv[1]) as file:
        n, t, *weights = map(int, file.read().split())
    with open(sys.argv[2]) as file:
        possible = file.read().strip() != "none"
    words = sys.stdin.buffer.read(1000).split()
    if words == [b"none"]:
        if possible:
            reject("there are two such cheeses")
        sys.exit(42)
    if len(words) != 2 or not all(w.isdigit() and len(w) < 10 for w in words):
        reject("expected two places, or none")
    i, j = map(int, words)
    if not 1 <= i <= n or not 1 <= j <= n:
        reject("there is no cheese at that place")
    if i == j:
        reject("the two places are the same")
    if weights[i - 1] + weights[j - 1] != t:
        reject("together they do not weigh what is wanted")
    assert possible, "the judges found none"
    sys.exit(42)


main()
