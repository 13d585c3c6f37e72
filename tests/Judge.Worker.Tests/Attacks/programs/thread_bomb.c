// attack: sleeping threads without end; there must be an end far below what the host could hold
// judge: accepted
#include "attack.h"
#include <pthread.h>
static void *sleeper(void *unused)
{
    for (;;) pause();
    return unused;
}
int main(void)
{
    pthread_attr_t small;
    pthread_attr_init(&small);
    pthread_attr_setstacksize(&small, 16384);
    int n = 0;
    pthread_t thread;
    while (n < 1000 && pthread_create(&thread, &small, sleeper, NULL) == 0) n++;
    if (n >= 256) escaped("%d threads", n);
    contained();
    _exit(0);
}
