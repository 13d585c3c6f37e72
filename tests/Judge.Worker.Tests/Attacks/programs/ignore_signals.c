// attack: ignores or blocks every signal that can be, SIGTERM and SIGXCPU among them, and goes on
// judge: timeLimitExceeded
#include "attack.h"
int main(void)
{
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, NULL);
    for (int i = 1; i < 65; i++) signal(i, SIG_IGN);
    for (volatile unsigned i = 0;; i++) ;
}
