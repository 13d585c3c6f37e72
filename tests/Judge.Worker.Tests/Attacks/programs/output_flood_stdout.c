// attack: standard output without end
// judge: outputLimitExceeded
#include "attack.h"
int main(void)
{
    static char block[65536];
    memset(block, 'x', sizeof block);
    for (;;) (void)!write(1, block, sizeof block);
}
