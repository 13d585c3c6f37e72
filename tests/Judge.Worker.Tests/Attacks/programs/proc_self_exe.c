// attack: rewrites its own executable, for the next case to run something else
// judge: accepted
#include "attack.h"
int main(void)
{
    REFUSED(open("/proc/self/exe", O_WRONLY));
    REFUSED(open("/box/main", O_RDWR));
    REFUSED(open("/box/main", O_WRONLY | O_TRUNC));
    REFUSED(unlink("/box/main"));
    REFUSED(rename("/box/main", "/box/other"));
    REFUSED(chmod("/box/main", 0));
    REFUSED(truncate("/box/main", 0));
    /* A child that sleeps elsewhere leaves the file without a running process: "text file busy" is no protection then. */
    if (fork() == 0) {
        execl("/bin/sh", "sh", "-c", "echo '#!/bin/sh' > /box/main && exit 9; exit 0", (char *)NULL);
        _exit(0);
    }
    int status;
    wait(&status);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 9) escaped("/box/main was replaced");
    return contained();
}
