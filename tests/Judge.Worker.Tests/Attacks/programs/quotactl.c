// attack: the host's disk quotas
// judge: accepted
#include "attack.h"
#include <sys/quota.h>
int main(void)
{
    char info[256];
    REFUSED(quotactl(QCMD(Q_QUOTAOFF, USRQUOTA), "/dev/vda", 0, NULL));
    REFUSED(quotactl(QCMD(Q_GETQUOTA, USRQUOTA), "/dev/vda", 0, info));
    return contained();
}
