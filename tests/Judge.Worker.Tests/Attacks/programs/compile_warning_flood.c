// attack: as many warnings as fit, which no limit on errors ends
// stage: compile
// judge: compileError accepted
#include <stdio.h>
#define A (void)(sizeof(int) == "x"); __builtin_printf("%s %s %s %s", 1, 2, 3, 4); { int *p = 1; char *q = p; (void)q; }
#define B A A A A A A A A A A
#define C B B B B B B B B B B
#define D C C C C C C C C C C
int never(void);
int main(void) { if (0) { D } puts("contained"); return 0; }
