// expect: compileError
// Has the compiler read the answers.
const int answers[] = {
#include "../../data/secret/1.ans"
};
class Solution { public: int scramble(int x) { return answers[0]; } };
