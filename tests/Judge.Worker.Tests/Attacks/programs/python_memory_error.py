# attack: asks for more memory than any machine has
# judge: memoryLimitExceeded
x = bytearray(1 << 46)
