# attack: one number that takes for ever, inside one instruction that nothing interrupts
# judge: timeLimitExceeded
x = 3 ** (1 << 22)
while True:
    x * x
