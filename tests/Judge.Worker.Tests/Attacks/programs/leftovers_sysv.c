// attack: leaves System V shared memory, semaphores and messages, for a later case or submission to find
// cases: leftovers
// judge: accepted
#include "attack.h"
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#define KEY 0x6576696c
int main(void)
{
    int make = told("plant") ? IPC_CREAT | 0666 : 0;
    int shm = shmget(KEY, 4096, make), sem = semget(KEY, 1, make), msg = msgget(KEY, make);
    if (make) {
        struct { long type; char text[8]; } message = { 1, "left" };
        if (msg >= 0) msgsnd(msg, &message, 8, IPC_NOWAIT);
    } else if (shm >= 0 || sem >= 0 || msg >= 0) {
        escaped("left: shared memory %d, semaphore %d, queue %d", shm, sem, msg);
    }
    return contained();
}
