// attack: closes every descriptor, those by which it is watched too, and never ends
// judge: timeLimitExceeded
#include "attack.h"
int main(void)
{
    syscall(SYS_close_range, 0, ~0U, 0);
    for (;;) pause();
}
