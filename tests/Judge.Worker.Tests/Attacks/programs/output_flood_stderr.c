// attack: standard error without end
// judge: outputLimitExceeded
#include "attack.h"
int main(void)
{
    static char block[65536];
    memset(block, 'x', sizeof block);
    for (;;) (void)!write(2, block, sizeof block);
}
