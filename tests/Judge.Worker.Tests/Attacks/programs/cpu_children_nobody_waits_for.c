// attack: hides CPU time in children that the kernel reaps by itself, which are in nobody's sum
// judge: timeLimitExceeded
#include <signal.h>
#include <stdio.h>
#include <time.h>
#include <sys/wait.h>
#include <unistd.h>

static double seconds(clockid_t clock)
{
    struct timespec t;
    clock_gettime(clock, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

int main(void)
{
    signal(SIGCHLD, SIG_IGN);
    for (int pair = 0; pair < 55 * @TIME_LIMIT@; pair++) { // 1.65 times the limit in all, in less wall time than that
        for (int i = 0; i < 2; i++)
            if (fork() == 0) {
                while (seconds(CLOCK_PROCESS_CPUTIME_ID) < 0.015) {}
                _exit(0);
            }
        while (wait(NULL) > 0) {}
    }
    puts("contained");
}
