// attack: processes without end, each in a session of its own, out of reach of a kill of the process group
// judge: timeLimitExceeded
#include "attack.h"
int main(void)
{
    for (;;) {
        fork();
        setsid();
    }
}
