// attack: stops itself, so that it neither ends nor uses CPU time
// judge: timeLimitExceeded
#include "attack.h"
int main(void)
{
    raise(SIGSTOP);
    for (;;) pause();
}
