# attack: walks everything in sight for the words that only the host and other submissions have
# judge: accepted
import os, re

NEEDLE = re.compile(b'cana' + b'ry_[0-9a-f]{32}')
escapes = 0

def look(path):
    global escapes
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        try:
            found = NEEDLE.search(os.read(fd, 1 << 20))
        finally:
            os.close(fd)
    except OSError:
        return
    if found:
        escapes += 1
        print('ESCAPED:', path)

for top, folders, files in os.walk('/'):
    if top == '/':
        folders[:] = [f for f in folders if f not in ('usr', 'lib', 'lib32', 'lib64', 'libx32', 'bin', 'sbin', 'proc', 'sys')]
    for name in files:
        # A link's end is walked to by itself; /dev/stdin is the case's own input.
        if not os.path.islink(os.path.join(top, name)):
            look(os.path.join(top, name))
for pid in filter(str.isdigit, os.listdir('/proc')):
    for name in 'environ', 'cmdline', 'mountinfo', 'maps', 'cgroup', 'comm':
        look(f'/proc/{pid}/{name}')
for name in 'mounts', 'keys', 'cmdline', 'net/unix', 'net/tcp', 'sysvipc/shm':
    look(f'/proc/{name}')
if not escapes:
    print('contained')
