// attack: searches its own environment and arguments, and all memory in use between, for what the worker may have handed on
// judge: accepted
#include "attack.h"
extern char **environ;
static int canary(const char *p)
{
    /* In two parts: the word must not stand in this program. */
    return memcmp(p, "cana", 4) == 0 && memcmp(p + 4, "ry_", 3) == 0;
}
int main(int argc, char **argv)
{
    (void)argc;
    char *end = argv[0];
    for (char **e = environ; *e; e++) {
        if (strstr(*e, "SECRET") || strstr(*e, "Worker__") || strstr(*e, "PASSWORD") || strstr(*e, "RABBIT")) escaped("%s", *e);
        end = *e + strlen(*e);
    }
    for (char *p = argv[0]; p + 7 < end; p++) {
        if (canary(p)) escaped("%.40s", p);
    }
    return contained();
}
