# expect: wrongAnswer
# Looks for answers in every file that it can read.
import os, re
found = []
for top in ('/box', '/tmp', '/etc', '/data', '/work', '/root', '/home', '/var', '/opt', '/dev/shm', '/proc/1/root', '/proc/1/cwd'):
    for folder, _, names in os.walk(top):
        for name in names:
            if name.endswith(('.ans', '.in', '.zip')) or 'secret' in folder:
                try: found += re.findall(rb'\d{6,}', open(os.path.join(folder, name), 'rb').read(1 << 16))
                except OSError: pass
class Solution:
    def scramble(self, x):
        answer = (x * 1103515245 + 12345) % 2147483647 # which a leak would be known by
        return answer if b'%d' % answer in found else 0
