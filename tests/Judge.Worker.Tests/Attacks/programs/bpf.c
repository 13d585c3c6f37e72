// attack: programs inside the kernel
// judge: accepted
#include "attack.h"
int main(void)
{
    uint32_t map[32] = { 2 /* array */, 4, 4, 1 };
    uint64_t code[] = { 0xb7, 0x95 };
    struct { uint32_t type, count; uint64_t code, license; char rest[96]; } program = { 1, 2, (uintptr_t)code, (uintptr_t)"GPL", { 0 } };
    REFUSED(syscall(SYS_bpf, 0 /* make a map */, map, sizeof map));
    REFUSED(syscall(SYS_bpf, 5 /* load */, &program, sizeof program));
    return contained();
}
