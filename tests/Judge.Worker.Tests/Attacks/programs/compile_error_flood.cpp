// attack: one error whose explanation, by nested templates, is longer than the program
// stage: compile
// judge: compileError
#include <map>
#include <string>
#include <vector>
template <class T> struct Wide { typedef std::map<T, std::map<T, std::vector<T>>> type; };
typedef Wide<Wide<Wide<Wide<std::string>::type>::type>::type>::type Huge;
int main() { Huge a; Huge b; std::map<Huge, Huge> c; return c < a << b; }
