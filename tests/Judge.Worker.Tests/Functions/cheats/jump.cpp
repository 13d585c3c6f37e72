// expect: runtimeError
// Leaves by another door.
class Solution { public: int scramble(int x) { std::set_terminate([] { _exit(0); }); throw 1; } };
