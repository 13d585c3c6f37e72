// attack: becomes the debugger of the sandbox's first process
// judge: accepted
#include "attack.h"
#include <sys/ptrace.h>
int main(void)
{
    REFUSED(ptrace(PTRACE_ATTACH, 1, NULL, NULL));
    REFUSED(ptrace(PTRACE_SEIZE, 1, NULL, NULL));
    return contained();
}
