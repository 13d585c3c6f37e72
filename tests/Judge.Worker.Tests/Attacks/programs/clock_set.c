// attack: sets the host's clock: to the time it already is, for the right to do so is what counts
// judge: accepted
#include "attack.h"
#include <sys/timex.h>
int main(void)
{
    struct timespec now;
    struct timeval same;
    clock_gettime(CLOCK_REALTIME, &now);
    REFUSED(clock_settime(CLOCK_REALTIME, &now));
    gettimeofday(&same, NULL);
    REFUSED(settimeofday(&same, NULL));
    struct timex change = { .modes = ADJ_MAXERROR, .maxerror = 16000000 };
    REFUSED(adjtimex(&change));
    change.modes = ADJ_MAXERROR;
    REFUSED(clock_adjtime(CLOCK_REALTIME, &change));
    return contained();
}
