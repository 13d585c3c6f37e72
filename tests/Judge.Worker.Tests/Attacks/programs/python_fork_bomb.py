# attack: processes without end, with every refusal caught
# judge: timeLimitExceeded
# judge-no-cgroup: timeLimitExceeded memoryLimitExceeded
import os
while True:
    try:
        os.fork()
    except OSError:
        pass
