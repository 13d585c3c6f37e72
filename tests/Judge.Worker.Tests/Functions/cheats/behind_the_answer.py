# expect: timeLimitExceeded
# Has another thread do the work, while it is thought to be asleep itself.
import threading, time
done = False
def work():
    global done
    while time.thread_time() < 3: pass
    done = True
class Solution:
    def scramble(self, x):
        threading.Thread(target=work, daemon=True).start()
        while not done: time.sleep(0.01)
        return (x * 1103515245 + 12345) % 2147483647
