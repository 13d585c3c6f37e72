// attack: learns of the host's users
// judge: accepted
#include "attack.h"
#include <pwd.h>
int main(void)
{
    for (struct passwd *user; (user = getpwent());) {
        if (user->pw_uid != getuid()) escaped("user %s", user->pw_name);
    }
    char host[256] = "", line[256];
    gethostname(host, sizeof host - 1);
    if (strcmp(host, "@HOST@") == 0) escaped("the host's name is %s", host);
    FILE *mounts = fopen("/proc/self/mountinfo", "r");
    while (mounts && fgets(line, sizeof line, mounts)) {
        if (strstr(line, "@REPO@")) escaped("a mount tells of the host: %s", line);
    }
    return contained();
}
