// attack: has the compiler quote the environment it was started with, and its parents'
// stage: compile
// judge: compileError
#include "/proc/self/environ"
#include "/proc/1/environ"
#include "/proc/1/cmdline"
#include "/proc/self/mountinfo"
int main(void) { return undeclared; }
