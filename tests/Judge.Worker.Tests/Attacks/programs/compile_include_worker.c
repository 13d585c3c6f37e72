// attack: has the compiler quote the worker's environment and settings
// stage: compile
// judge: compileError
#include "/proc/@WORKER@/environ"
int main(void) { return 0; }
