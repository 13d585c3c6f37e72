// attack: has the kernel write a record of every process into a file of its own
// judge: accepted
#include "attack.h"
int main(void)
{
    close(open("/tmp/evil-acct", O_RDWR | O_CREAT, 0600));
    REFUSED(acct("/tmp/evil-acct"));
    REFUSED(acct(NULL));
    return contained();
}
