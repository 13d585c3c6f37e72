# expect: wrongAnswer
# Reads the memory, files and environment of every process that it sees.
import os, re
found = []
for pid in filter(str.isdigit, os.listdir('/proc')):
    if int(pid) == os.getpid(): continue
    for name in ('mem', 'environ', 'cmdline', 'fd/3', 'fd/4', 'fd/5'):
        try: found += re.findall(rb'\d{6,}', open(f'/proc/{pid}/{name}', 'rb').read(1 << 16))
        except OSError: pass
class Solution:
    def scramble(self, x):
        answer = (x * 1103515245 + 12345) % 2147483647 # which a leak would be known by
        return answer if b'%d' % answer in found else 0
