// attack: leaves a key in the user's keyring, which belongs to no process and to no file system
// cases: leftovers
// judge: accepted
#include "attack.h"
int main(void)
{
    if (told("plant")) {
        syscall(SYS_add_key, "user", "evil-left", "left", 4, -4);
        syscall(SYS_add_key, "user", "evil-left", "left", 4, -3);
    } else {
        REFUSED(syscall(SYS_request_key, "user", "evil-left", NULL, 0));
        REFUSED(syscall(SYS_keyctl, 10 /* search */, -4, "user", "evil-left", 0));
    }
    return contained();
}
