// attack: processes without end
// judge: timeLimitExceeded
#include "attack.h"
int main(void)
{
    for (;;) fork();
}
