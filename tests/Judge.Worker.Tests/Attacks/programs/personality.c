// attack: turns address space randomisation off, for itself and every program it starts
// judge: accepted
#include "attack.h"
#include <sys/personality.h>
int main(void)
{
    REFUSED(personality(ADDR_NO_RANDOMIZE));
    REFUSED(personality(READ_IMPLIES_EXEC | ADDR_COMPAT_LAYOUT));
    REFUSED(personality(PER_LINUX32));
    return contained();
}
