// attack: hears of, and holds up, every opening of a file on the host
// judge: accepted
#include "attack.h"
#include <sys/fanotify.h>
int main(void)
{
    REFUSED(fanotify_init(FAN_CLASS_CONTENT, O_RDONLY));
    int fd = fanotify_init(FAN_CLASS_NOTIF | 0x200 /* FAN_REPORT_FID */, O_RDONLY);
    if (fd >= 0) REFUSED(fanotify_mark(fd, FAN_MARK_ADD | FAN_MARK_FILESYSTEM, FAN_OPEN, AT_FDCWD, "/usr"));
    return contained();
}
