# attack: looks for what a lane that it is a copy of could have left it: descriptors, shared memory, capabilities, mounts, handlers of its init
# judge: accepted
import ctypes, os, struct
libc = ctypes.CDLL(None, use_errno=True)
broken = []
if sorted(os.listdir('/proc/self/fd'))[:3] != ['0', '1', '2'] or len(os.listdir('/proc/self/fd')) > 4: broken.append('descriptors')
if any(' rw-s ' in line for line in open('/proc/self/maps')): broken.append('shared memory')
if any(line.startswith('Cap') and int(line.split()[1], 16) for line in open('/proc/self/status')): broken.append('capabilities')
if any(name.startswith(('JUDGE', 'LD_')) for name in os.environ): broken.append('environment')
if libc.umount2(b'/box', 2) == 0 or libc.umount2(b'/tmp', 2) == 0: broken.append('umount')
if libc.unshare(0x10000000) == 0 or libc.mount(b'tmpfs', b'/tmp', b'tmpfs', 0, None) == 0: broken.append('mount')
allow_all = struct.pack('HBBI', 6, 0, 0, 0x7fff0000)
program = struct.pack('HxxxxxxQ', 1, ctypes.cast(allow_all, ctypes.c_void_p).value)
if libc.syscall(317, 1, 8, program) >= 0: broken.append('a filter with a listener')
for path in ('/proc/1/mem', '/proc/1/environ', '/proc/1/maps', '/proc/1/fd', '/box/main.py'):
    try:
        os.listdir(path) if path.endswith('fd') else open(path, 'r+b').close()
        broken.append(path)
    except OSError: pass
for number in range(1, 65):
    try: os.kill(1, number)
    except OSError: pass
print('broken: ' + ', '.join(broken) if broken else 'contained')
