// Stands in front of a user's solution.cpp: see docs/function-problems.md.
namespace judge_driver {

// Nodes live until the case is answered (of a class: until the next object begins), whoever made them; deleting one does nothing.
struct Arena {
  static constexpr std::size_t block = 1 << 16;
  std::vector<std::unique_ptr<char[]>> blocks;
  std::size_t used = 0, at = block;
  void *take(std::size_t size) {
    size = (size + 15) / 16 * 16;
    if (at + size > block) {
      if (used == blocks.size()) blocks.emplace_back(new char[block]);
      used++;
      at = 0;
    }
    void *place = blocks[used - 1].get() + at;
    at += size;
    return place;
  }
  void clear() { used = 0, at = block; }
};
inline Arena nodes;

} // namespace judge_driver

struct ListNode {
  int val;
  ListNode *next;
  ListNode() : val(0), next(nullptr) {}
  ListNode(int x) : val(x), next(nullptr) {}
  ListNode(int x, ListNode *next) : val(x), next(next) {}
  static void *operator new(std::size_t size) { return judge_driver::nodes.take(size); }
  static void operator delete(void *) {}
};

struct TreeNode {
  int val;
  TreeNode *left, *right;
  TreeNode() : val(0), left(nullptr), right(nullptr) {}
  TreeNode(int x) : val(x), left(nullptr), right(nullptr) {}
  TreeNode(int x, TreeNode *left, TreeNode *right) : val(x), left(left), right(right) {}
  static void *operator new(std::size_t size) { return judge_driver::nodes.take(size); }
  static void operator delete(void *) {}
};

namespace judge_driver {

enum { QUESTIONS = 3, ANSWERS = 4, MOST_NODES = 1000000 };

inline std::string input, output;
inline std::size_t at;
inline bool failed;
inline std::vector<char> buffer(1 << 16);
inline std::size_t from, to;

// Whether there is something to read; waits for it.
inline bool more() {
  if (from < to) return true;
  ssize_t got;
  do got = ::read(QUESTIONS, buffer.data(), buffer.size());
  while (got < 0 && errno == EINTR);
  if (got <= 0) return false;
  from = 0, to = (std::size_t)got;
  return true;
}

// The next line, with its end; false when there is none.
inline bool next_line() {
  input.clear();
  at = 0;
  while (more()) {
    if (const void *end = std::memchr(buffer.data() + from, '\n', to - from)) {
      std::size_t size = (const char *)end + 1 - (buffer.data() + from);
      input.append(buffer.data() + from, size);
      from += size;
      return true;
    }
    input.append(buffer.data() + from, to - from);
    from = to;
  }
  return false;
}

inline void fail(const std::string &why) {
  if (!failed) output = "!" + why;
  failed = true;
}

inline void say() {
  std::cout.flush();
  std::cerr.flush();
  std::fflush(nullptr);
  output += '\n';
  for (std::size_t done = 0; done < output.size();) {
    ssize_t written = ::write(ANSWERS, output.data() + done, output.size() - done);
    if (written < 0) _exit(1);
    done += (std::size_t)written;
  }
  output.clear();
  failed = false;
}

inline char skip() {
  while (input[at] == ' ' || input[at] == '\t' || input[at] == '\r') at++;
  return input[at];
}

template <class T> struct Value;

// [a, b, c]: calls each for every element.
template <class Each> void read_array(Each each) {
  skip();
  at++;
  if (skip() == ']') {
    at++;
    return;
  }
  for (;;) {
    each();
    if (skip() != ',') break;
    at++;
  }
  at++;
}

inline bool read_null() {
  if (skip() != 'n') return false;
  at += 4;
  return true;
}

template <class T> T read_integer() {
  bool negative = skip() == '-';
  if (negative) at++;
  unsigned long long value = 0;
  while (input[at] >= '0' && input[at] <= '9') value = value * 10 + (unsigned long long)(input[at++] - '0');
  return (T)(negative ? 0 - value : value);
}

template <class T> void write_integer(T value) {
  char text[24];
  output.append(text, std::to_chars(text, text + sizeof text, value).ptr);
}

template <> struct Value<int> {
  static int read() { return read_integer<int>(); }
  static void write(int value) { write_integer(value); }
};

template <> struct Value<long long> {
  static long long read() { return read_integer<long long>(); }
  static void write(long long value) { write_integer(value); }
};

template <> struct Value<double> {
  static double read() {
    skip();
    char *end;
    double value = std::strtod(input.c_str() + at, &end);
    at = (std::size_t)(end - input.c_str());
    return value;
  }
  static void write(double value) {
    char text[32];
    output.append(text, std::to_chars(text, text + sizeof text, value).ptr);
  }
};

template <> struct Value<bool> {
  static bool read() {
    bool value = skip() == 't';
    at += value ? 4 : 5;
    return value;
  }
  static void write(bool value) { output += value ? "true" : "false"; }
};

inline unsigned read_hex() {
  unsigned value = 0;
  for (int i = 0; i < 4; i++) {
    char c = input[at++];
    value = value * 16 + (unsigned)(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
  }
  return value;
}

inline void append_utf8(std::string &text, unsigned code) {
  if (code < 0x80) {
    text += (char)code;
    return;
  }
  int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  text += (char)((0xFF00 >> (more + 1) & 0xFF) | code >> 6 * more);
  while (more-- > 0) text += (char)(0x80 | (code >> 6 * more & 0x3F));
}

template <> struct Value<std::string> {
  static std::string read() {
    std::string value;
    skip();
    for (at++; input[at] != '"';) {
      if (input[at] != '\\') {
        value += input[at++];
        continue;
      }
      char c = input[at + 1];
      at += 2;
      if (c != 'u') {
        value += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c == 'b' ? '\b' : c == 'f' ? '\f' : c;
        continue;
      }
      unsigned code = read_hex();
      if (code >> 10 == 0x36 && input[at] == '\\' && input[at + 1] == 'u') {
        at += 2;
        code = 0x10000 + ((code & 0x3FF) << 10) + (read_hex() & 0x3FF);
      }
      append_utf8(value, code);
    }
    at++;
    return value;
  }
  static void write(const std::string &value) {
    output += '"';
    for (unsigned char c : value) {
      if (c == '"' || c == '\\') output += '\\';
      if (c >= 0x20) {
        output += (char)c;
        continue;
      }
      char text[8];
      std::snprintf(text, sizeof text, "\\u%04x", c);
      output += text;
    }
    output += '"';
  }
};

template <> struct Value<char> {
  static char read() { return Value<std::string>::read()[0]; }
  static void write(char value) { Value<std::string>::write(std::string(1, value)); }
};

template <class T> struct Value<std::vector<T>> {
  static std::vector<T> read() {
    std::vector<T> values;
    read_array([&] { values.push_back(Value<T>::read()); });
    return values;
  }
  static void write(const std::vector<T> &values) {
    output += '[';
    for (std::size_t i = 0; i < values.size(); i++) {
      if (i > 0) output += ',';
      Value<T>::write(values[i]);
    }
    output += ']';
  }
};

template <> struct Value<ListNode *> {
  static ListNode *read() {
    if (read_null()) return nullptr;
    ListNode *head = nullptr, **last = &head;
    read_array([&] {
      *last = new ListNode(read_integer<int>());
      last = &(*last)->next;
    });
    return head;
  }
  static void write(ListNode *node) {
    output += '[';
    for (int i = 0; node; i++, node = node->next) {
      if (i == MOST_NODES) return fail("a list with a cycle, or of more than a million nodes");
      if (i > 0) output += ',';
      write_integer(node->val);
    }
    output += ']';
  }
};

template <> struct Value<TreeNode *> {
  static TreeNode *read() {
    if (read_null()) return nullptr;
    TreeNode *root = nullptr;
    std::deque<TreeNode **> places{&root};
    read_array([&] {
      if (places.empty()) places.push_back(&root);
      TreeNode **place = places.front();
      places.pop_front();
      if (read_null()) return;
      *place = new TreeNode(read_integer<int>());
      places.push_back(&(*place)->left);
      places.push_back(&(*place)->right);
    });
    return root;
  }
  static void write(TreeNode *root) {
    std::deque<TreeNode *> level{root};
    output += '[';
    int missing = 0;
    for (int i = 0; !level.empty(); i++) {
      if (i == MOST_NODES) return fail("a tree with a cycle, or of more than a million nodes");
      TreeNode *node = level.front();
      level.pop_front();
      if (!node) {
        missing++;
        continue;
      }
      for (; missing > 0; missing--) output += "null,";
      write_integer(node->val);
      output += ',';
      level.push_back(node->left);
      level.push_back(node->right);
    }
    if (output.back() == ',') output.pop_back();
    output += ']';
  }
};

// Of each parameter one line.
template <class T> T read() {
  next_line();
  return Value<T>::read();
}

template <class T> void write(const T &value) { Value<T>::write(value); }

// The name of the next call; false when there is none.
inline bool next_call(std::string &name) {
  if (!next_line()) return false;
  name.assign(input, 0, input.size() - 1);
  return true;
}

} // namespace judge_driver

using namespace std;
