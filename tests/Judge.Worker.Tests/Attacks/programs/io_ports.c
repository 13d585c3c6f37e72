// attack: the machine's input and output ports
// judge: accepted
#include "attack.h"
#include <sys/io.h>
int main(void)
{
    REFUSED(iopl(3));
    REFUSED(ioperm(0x3f8, 8, 1));
    return contained();
}
