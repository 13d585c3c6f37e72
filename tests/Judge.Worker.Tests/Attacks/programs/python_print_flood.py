# attack: output without end, from threads and children at once
# judge: outputLimitExceeded
import os
os.fork()
os.fork()
while True:
    os.write(1, b'x' * 65536)
