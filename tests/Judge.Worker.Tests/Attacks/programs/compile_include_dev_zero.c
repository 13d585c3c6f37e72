// attack: has the compiler read zeros without end
// stage: compile
// judge: compileError
#include "/dev/zero"
int main(void) { return 0; }
