// attack: has the compiler quote a case's answer, another problem's, a file of the host
// stage: compile
// judge: compileError
#include "@ANSWER@"
#include "@SECRET@"
#include "@CANARY_FILE@"
int main(void) { return 0; }
