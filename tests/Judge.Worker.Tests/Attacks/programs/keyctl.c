// attack: the kernel's keyrings: room to leave messages in, and a source of holes
// judge: accepted
#include "attack.h"
int main(void)
{
    REFUSED(syscall(SYS_add_key, "user", "evil", "x", 1, -3 /* session */));
    REFUSED(syscall(SYS_add_key, "user", "evil", "x", 1, -4 /* user */));
    REFUSED(syscall(SYS_request_key, "user", "evil", NULL, -2));
    REFUSED(syscall(SYS_keyctl, 0 /* get id */, -4, 1));
    REFUSED(syscall(SYS_keyctl, 1 /* join session */, "evil"));
    return contained();
}
