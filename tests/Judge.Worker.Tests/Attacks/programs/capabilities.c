// attack: every capability there is: none may be held, none may be had back, and no program may bring one
// judge: accepted
#include "attack.h"
#include <linux/capability.h>
int main(void)
{
    struct __user_cap_header_struct head = { _LINUX_CAPABILITY_VERSION_3, 0 };
    struct __user_cap_data_struct data[2] = { { 0 } }, full[2] = { { ~0U, ~0U, ~0U }, { ~0U, ~0U, ~0U } };
    if (syscall(SYS_capget, &head, data) == 0) {
        for (int i = 0; i < 2; i++) {
            if (data[i].effective | data[i].permitted | data[i].inheritable) escaped("capabilities %x %x %x", data[i].effective, data[i].permitted, data[i].inheritable);
        }
    }
    REFUSED(syscall(SYS_capset, &head, full));
    for (int cap = 0; cap <= 63; cap++) {
        if (prctl(PR_CAPBSET_READ, cap, 0, 0, 0) == 1) escaped("capability %d is in the bounding set", cap);
        if (prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, cap, 0, 0) == 0) escaped("capability %d was made ambient", cap);
    }
    if (prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 0) escaped("programs may bring privileges");
    REFUSED(prctl(PR_SET_SECUREBITS, 0, 0, 0, 0));
    return contained();
}
