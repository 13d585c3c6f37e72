// expect: runtimeError or wrongAnswer
// Answers from a constructor, before main; how many of them are read together is chance.
#include <unistd.h>
struct Early { Early() { for (int i = 0; i < 40; i++) if (write(4, i ? "1\n" : "ready\n", i ? 2 : 6) < 0) _exit(1); _exit(0); } } early;
class Solution { public: int scramble(int x) { return 1; } };
