// attack: a million errors
// stage: compile
// judge: compileError
#define A undeclared = ; undeclared = ; undeclared = ; undeclared = ; undeclared = ; undeclared = ; undeclared = ; undeclared = ; undeclared = ; undeclared = ;
#define B A A A A A A A A A A
#define C B B B B B B B B B B
#define D C C C C C C C C C C
#define E D D D D D D D D D D
int main(void) { E }
