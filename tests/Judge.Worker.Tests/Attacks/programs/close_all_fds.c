// attack: closes every descriptor, those by which it is watched too, and ends well: it has answered nothing
// judge: wrongAnswer
#include "attack.h"
int main(void)
{
    syscall(SYS_close_range, 0, ~0U, 0);
    for (int fd = 0; fd < 4096; fd++) close(fd);
    return 0;
}
