// expect: wrongAnswer
// Writes in the driver's place, with its own words.
namespace judge_driver { struct Mine {}; }
#define judge_driver mine
namespace mine {
  std::string output; std::string line; struct { void clear() {} } nodes;
  void say() { output += "\n"; (void)!::write(4, output.data(), output.size()); output.clear(); }
  bool more() { char c; line.clear(); while (::read(3, &c, 1) == 1 && c != '\n') line += c; return !line.empty(); }
  template <class T> T read() { return std::stoi(line); }
  template <class T> void write(T) { output = "true"; }
}
class Solution { public: int scramble(int x) { return 1; } };
