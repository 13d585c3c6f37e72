// attack: a loop without end that the compiler itself has to run
// stage: compile
// judge: compileError
constexpr int forever() { for (int i = 0;; i = (i + 1) % 7) ; return 0; }
constexpr int value = forever();
int main() { return value; }
