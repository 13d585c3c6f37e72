// attack: counts the processes in sight: none but the run's own
// judge: accepted
#include "attack.h"
#include <dirent.h>
int main(void)
{
    DIR *folder = opendir("/proc");
    int seen = 0;
    for (struct dirent *entry; folder && (entry = readdir(folder));) seen += entry->d_name[0] >= '1' && entry->d_name[0] <= '9';
    /* This program, and at most the first process and one between them. */
    if (seen > 3) escaped("%d processes in sight", seen);
    return contained();
}
