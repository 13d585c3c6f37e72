// attack: becomes the debugger of the process that started it
// judge: accepted
#include "attack.h"
#include <sys/ptrace.h>
int main(void)
{
    REFUSED(ptrace(PTRACE_ATTACH, getppid(), NULL, NULL));
    REFUSED(ptrace(PTRACE_SEIZE, getppid(), NULL, NULL));
    return contained();
}
