// attack: opens the host's root by its inode number, as the "shocker" did to Docker
// judge: accepted
#include "attack.h"
int main(void)
{
    struct { struct file_handle head; uint32_t words[8]; } handle = { { .handle_bytes = 8, .handle_type = 1 }, { 2, 0 } };
    const char *folders[] = { "/usr", "/box", "/tmp", "/" };
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        int fd = open(folders[i], O_RDONLY | O_DIRECTORY);
        REFUSED(open_by_handle_at(fd, &handle.head, O_RDONLY));
    }
    return contained();
}
