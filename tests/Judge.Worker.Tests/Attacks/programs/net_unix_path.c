// attack: connects to Unix sockets of the host that have a name in the file system
// judge: accepted
#include "attack.h"
int main(void)
{
    const char *paths[] = { "@SOCKET@", "/run/docker.sock", "/var/run/docker.sock", "/run/dbus/system_bus_socket", "/run/systemd/private", "/dev/log" };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        int s = socket(AF_UNIX, SOCK_STREAM, 0);
        struct sockaddr_un to = { .sun_family = AF_UNIX };
        strncpy(to.sun_path, paths[i], sizeof to.sun_path - 1);
        if (s >= 0) REFUSED(connect(s, (struct sockaddr *)&to, sizeof to));
    }
    return contained();
}
