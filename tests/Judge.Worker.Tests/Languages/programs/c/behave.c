#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    char what[16];
    if (scanf("%15s", what) != 1) return 1;
    if (!strcmp(what, "exit")) return 3;
    if (!strcmp(what, "crash")) *(volatile int *)0 = 1;
    if (!strcmp(what, "loop")) for (volatile int i = 0;; i++) ;
    for (;;) memset(malloc(1 << 20), 1, 1 << 20);
}
