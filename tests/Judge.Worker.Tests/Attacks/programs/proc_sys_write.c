// attack: changes settings of the kernel, each to what it would be worth having
// judge: accepted
#include "attack.h"
int main(void)
{
    const char *files[] = {
        "/proc/sys/kernel/core_pattern", "/proc/sys/kernel/hostname", "/proc/sys/kernel/domainname", "/proc/sys/kernel/modprobe",
        "/proc/sys/kernel/randomize_va_space", "/proc/sys/kernel/ns_last_pid", "/proc/sys/kernel/hotplug", "/proc/sys/vm/overcommit_memory",
        "/proc/sys/vm/drop_caches", "/proc/sys/vm/panic_on_oom", "/proc/sys/fs/suid_dumpable", "/proc/sys/fs/binfmt_misc/register",
        "/proc/sys/net/ipv4/ip_forward", "/proc/sys/user/max_user_namespaces", "/proc/irq/default_smp_affinity", "/proc/mtrr",
        "/sys/kernel/uevent_helper", "/sys/power/state", "/sys/kernel/mm/ksm/run", "/proc/self/attr/current", "/proc/self/timens_offsets",
        "/proc/self/uid_map", "/proc/self/gid_map", "/proc/kcore", "/dev/mem", "/dev/kmem", "/dev/port", "/dev/kmsg",
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        int fd = open(files[i], O_WRONLY);
        if (fd >= 0 && write(fd, "1", 1) == 1) escaped("wrote %s", files[i]);
    }
    REFUSED(open("/proc/kcore", O_RDONLY));
    REFUSED(open("/dev/mem", O_RDONLY));
    return contained();
}
