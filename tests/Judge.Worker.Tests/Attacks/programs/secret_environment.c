// attack: searches its own environment, arguments and stack for what the worker may have handed on
// judge: accepted
#include "attack.h"
extern char **environ;
int main(int argc, char **argv)
{
    (void)argc;
    for (char **e = environ; *e; e++) {
        if (strstr(*e, "SECRET") || strstr(*e, "CANARY") || strncmp(*e, "Worker__", 8) == 0 || strstr(*e, "PASSWORD")) escaped("%s", *e);
    }
    char *end = argv[0], word[] = "cana";
    for (char *p = end; p < end + 16384 && (p < (char *)environ || 1); p++) {
        unsigned char seen;
        if (mincore((void *)((uintptr_t)p & ~4095UL), 1, &seen) != 0) break;
        if (memcmp(p, word, 4) == 0 && memcmp(p + 4, "ry_", 3) == 0) escaped("%.40s", p);
    }
    return contained();
}
