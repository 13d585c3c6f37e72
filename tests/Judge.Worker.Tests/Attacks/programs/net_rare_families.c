// attack: socket families that nobody needs and whose kernel code has had holes: the kernel would load a module for each
// judge: accepted
#include "attack.h"
int main(void)
{
    /* AX.25, X.25, Rose, RDS, CAN, TIPC, Bluetooth, PPPoX, LLC, Phonet, IEEE 802.15.4, AF_ALG, NFC, KCM, SMC, XDP, MCTP. */
    int families[] = { 3, 9, 11, 21, 29, 30, 31, 24, 26, 35, 36, 38, 39, 41, 43, 44, 45 };
    for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
        for (int type = SOCK_STREAM; type <= SOCK_SEQPACKET; type++) {
            if (socket(families[i], type, 0) >= 0) escaped("a socket of family %d, type %d", families[i], type);
        }
    }
    return contained();
}
