# attack: system calls by number, past every library
# judge: accepted
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
CALLS = {
    'ptrace attach': (101, 16, 1, 0, 0), 'mount': (165, b'none', b'/tmp', b'tmpfs', 0, 0), 'unshare': (272, 0x10000000), 'chroot': (161, b'/tmp'),
    'setns': (308, 0, 0), 'bpf': (321, 0, 0, 0), 'init_module': (175, 0, 0, 0), 'swapon': (167, b'/tmp', 0), 'add_key': (248, b'user', b'evil', b'x', 1, -4),
    'setuid': (105, 0), 'sethostname': (170, b'evil', 4), 'acct': (163, 0), 'quotactl': (179, 0, 0, 0, 0), 'io_uring_setup': (425, 8, ctypes.create_string_buffer(256)),
    'pivot_root': (155, b'.', b'.'), 'iopl': (172, 3), 'kexec_load': (246, 0, 0, 0, 0), 'lookup_dcookie': (212, 0, 0, 0), 'perf_event_open': (298, 0, 0, -1, -1, 0),
}
import platform
escapes = 0
if platform.machine() == 'x86_64':
    for name, arguments in CALLS.items():
        if libc.syscall(*arguments) >= 0:
            escapes += 1
            print('ESCAPED:', name)
if not escapes:
    print('contained')
