// attack: has the compiler quote the host's users
// stage: compile
// judge: compileError
#include "/etc/passwd"
int main(void) { return 0; }
