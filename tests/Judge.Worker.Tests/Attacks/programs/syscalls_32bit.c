// attack: the same system calls by the 32-bit door and by x32 numbers, which a filter for 64 bit may not look at
// judge: accepted runtimeError
#include "attack.h"
int main(void)
{
#ifdef __x86_64__
    long answer;
    /* 310 is unshare on i386. */
    __asm__ volatile("int $0x80" : "=a"(answer) : "a"(310L), "b"((long)CLONE_NEWUSER), "c"(0L), "d"(0L) : "memory", "r8", "r9", "r10", "r11");
    if (answer == 0) escaped("unshare by int 0x80");
    /* 26 is ptrace, request 0 is PTRACE_TRACEME. */
    __asm__ volatile("int $0x80" : "=a"(answer) : "a"(26L), "b"(0L), "c"(0L), "d"(0L), "S"(0L) : "memory", "r8", "r9", "r10", "r11");
    if (answer == 0) escaped("ptrace by int 0x80");
    REFUSED(syscall(0x40000000 + 272, CLONE_NEWUSER));
#endif
    return contained();
}
