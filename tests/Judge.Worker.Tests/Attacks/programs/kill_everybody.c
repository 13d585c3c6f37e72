// attack: kills every process it may, by kill(-1)
// judge: accepted
#include "attack.h"
int main(void)
{
    kill(-1, SIGTERM);
    kill(-1, SIGSTOP);
    kill(-1, SIGKILL);
    return contained();
}
