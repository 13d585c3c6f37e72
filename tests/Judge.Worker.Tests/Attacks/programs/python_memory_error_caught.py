# attack: asks for more memory than any machine has, and for more after every refusal
# judge: memoryLimitExceeded
kept = []
size = 1 << 40
while True:
    try:
        kept.append(bytearray(size))
    except MemoryError:
        size = max(size // 2, 1 << 16)
