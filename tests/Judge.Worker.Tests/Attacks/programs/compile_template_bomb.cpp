// attack: templates that double at every level, until depth, memory or time ends them
// stage: compile
// judge: compileError
template <int N, int M> struct Bomb { static const long value = Bomb<N - 1, M * 2>::value + Bomb<N - 1, M * 2 + 1>::value; };
template <int M> struct Bomb<0, M> { static const long value = M; };
int main() { return Bomb<28, 1>::value != 0; }
