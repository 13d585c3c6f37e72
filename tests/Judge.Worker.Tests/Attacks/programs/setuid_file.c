// attack: makes a set-uid program of its own and runs it
// judge: accepted
#include "attack.h"
int main(void)
{
    if (system("cp /usr/bin/id /tmp/evil-id 2>/dev/null && chmod 6755 /tmp/evil-id 2>/dev/null") != 0) return contained();
    FILE *id = popen("/tmp/evil-id -u 2>/dev/null", "r");
    int uid;
    if (id && fscanf(id, "%d", &uid) == 1 && uid != (int)getuid()) escaped("became %d", uid);
    REFUSED(chown("/tmp/evil-id", 0, 0));
    return contained();
}
