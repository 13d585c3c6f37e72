// attack: as many threads as there can be, all busy
// judge: timeLimitExceeded
#include "attack.h"
#include <pthread.h>
static void *busy(void *unused)
{
    for (volatile unsigned i = 0;; i++) ;
    return unused;
}
int main(void)
{
    pthread_t thread;
    while (pthread_create(&thread, NULL, busy, NULL) == 0) ;
    busy(NULL);
}
