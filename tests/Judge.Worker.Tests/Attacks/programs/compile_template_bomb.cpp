// attack: a template whose arguments double at every level, until memory or time ends them
// stage: compile
// judge: compileError
template <int N, class... T> struct Bomb { typedef typename Bomb<N - 1, T..., T...>::type type; };
template <class... T> struct Bomb<0, T...> { typedef int type; };
Bomb<40, int>::type bomb;
int main() { return bomb; }
