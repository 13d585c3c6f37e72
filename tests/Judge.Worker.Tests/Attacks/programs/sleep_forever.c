// attack: waits for nothing, without using any CPU time
// judge: timeLimitExceeded
#include "attack.h"
int main(void)
{
    for (;;) pause();
}
