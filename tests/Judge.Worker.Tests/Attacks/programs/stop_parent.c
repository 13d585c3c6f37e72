// attack: stops, then kills, whoever started it and waits for its end
// judge: accepted
#include "attack.h"
int main(void)
{
    for (pid_t pid = 1; pid < getpid(); pid++) kill(pid, SIGSTOP);
    for (pid_t pid = 1; pid < getpid(); pid++) kill(pid, SIGKILL);
    kill(getppid(), SIGSTOP);
    return contained();
}
