// attack: a source that includes itself
// stage: compile
// judge: compileError
#include "main.c"
#include "main.c"
int main(void) { return 0; }
