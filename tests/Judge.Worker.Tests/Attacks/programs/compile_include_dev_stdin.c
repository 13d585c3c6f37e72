// attack: has the compiler wait for standard input, which must be empty or ended
// stage: compile
// judge: accepted compileError
#include "/dev/stdin"
#include <stdio.h>
int main(void) { puts("contained"); return 0; }
