// attack: has the compiler read noise without end
// stage: compile
// judge: compileError
#include "/dev/urandom"
int main(void) { return 0; }
