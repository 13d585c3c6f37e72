// attack: gives the host another name
// judge: accepted
#include "attack.h"
int main(void)
{
    REFUSED(sethostname("evil", 4));
    REFUSED(setdomainname("evil", 4));
    return contained();
}
