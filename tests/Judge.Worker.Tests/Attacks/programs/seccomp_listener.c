// attack: puts a filter of its own between its children and the kernel and answers for it
// judge: accepted
#include "attack.h"
#include <linux/filter.h>
#include <linux/seccomp.h>
int main(void)
{
    struct sock_filter rule = { BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW };
    struct sock_fprog program = { 1, &rule };
    /* Without SECCOMP_FILTER_FLAG_NEW_LISTENER a filter can only take rights away. */
    REFUSED(syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &program));
    return contained();
}
