// attack: leaves a POSIX message queue, for a later case or submission to find
// cases: leftovers
// judge: accepted
#include "attack.h"
#include <mqueue.h>
int main(void)
{
    if (told("plant")) {
        mqd_t queue = mq_open("/evil", O_RDWR | O_CREAT, 0666, NULL);
        if (queue != (mqd_t)-1) mq_send(queue, "left", 4, 0);
    } else if (mq_open("/evil", O_RDONLY) != (mqd_t)-1) {
        escaped("a queue was left");
    }
    return contained();
}
