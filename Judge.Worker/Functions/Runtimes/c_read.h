/* Lines of descriptor 3. */
static char *judge_in, *judge_at;
static size_t judge_in_room, judge_in_start, judge_in_end;

JUDGE bool judge_line(void) {
  size_t seen = judge_in_start;
  for (;;) {
    char *end = judge_in_end > seen ? memchr(judge_in + seen, '\n', judge_in_end - seen) : NULL;
    if (end) {
      *end = 0;
      judge_at = judge_in + judge_in_start;
      judge_in_start = end + 1 - judge_in;
      return true;
    }
    if (judge_in_start > 0) {
      memmove(judge_in, judge_in + judge_in_start, judge_in_end - judge_in_start);
      judge_in_end -= judge_in_start;
      judge_in_start = 0;
    }
    seen = judge_in_end;
    judge_grow((void **)&judge_in, &judge_in_room, judge_in_end + 65536, 1);
    long count = syscall(SYS_read, 3, judge_in + judge_in_end, judge_in_room - judge_in_end);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    judge_in_end += count;
  }
}

/* A line that belongs to a case that has begun. */
JUDGE void judge_argument(void) {
  if (!judge_line()) exit(0);
}

JUDGE char judge_peek(void) {
  while (*judge_at == ' ' || *judge_at == '\t' || *judge_at == '\r') judge_at++;
  return *judge_at;
}

JUDGE bool judge_skip(char c) {
  if (judge_peek() != c) return false;
  judge_at++;
  return true;
}

JUDGE bool judge_null(void) {
  if (judge_peek() != 'n') return false;
  judge_at += 4;
  return true;
}

/* Whether an array goes on: its index-th element comes next. */
JUDGE bool judge_more(int index) {
  if (index == 0) return judge_skip('[') && !judge_skip(']');
  return !judge_skip(']') && judge_skip(',');
}

/* How many elements the array that comes next has. */
JUDGE int judge_count(void) {
  int depth = 0, count = 1;
  for (const char *at = (judge_peek(), judge_at); *at; at++) {
    if (*at == '"') {
      for (at++; *at && *at != '"'; at++) at += *at == '\\';
    } else if (*at == '[') {
      if (depth++ == 0) {
        const char *first = at + 1;
        while (*first == ' ' || *first == '\t' || *first == '\r') first++;
        if (*first == ']') return 0;
      }
    } else if (*at == ']') {
      if (--depth == 0) return count;
    } else if (*at == ',' && depth == 1) {
      count++;
    }
  }
  return 0;
}

JUDGE long long judge_long(void) {
  judge_peek();
  bool negative = *judge_at == '-';
  unsigned long long value = 0;
  judge_at += negative;
  while (*judge_at >= '0' && *judge_at <= '9') value = value * 10 + (*judge_at++ - '0');
  return negative ? 0 - value : value;
}

JUDGE int judge_int(void) { return judge_long(); }

JUDGE double judge_double(void) {
  judge_peek();
  return strtod(judge_at, &judge_at);
}

JUDGE bool judge_bool(void) {
  bool value = judge_peek() == 't';
  judge_at += value ? 4 : 5;
  return value;
}

JUDGE unsigned judge_hex(void) {
  unsigned value = 0;
  for (int i = 0; i < 4 && *judge_at; i++, judge_at++) value = value * 16 + (*judge_at <= '9' ? *judge_at - '0' : (*judge_at | 32) - 'a' + 10);
  return value;
}

JUDGE char *judge_utf8(char *to, unsigned c) {
  if (c < 0x80) return *to++ = c, to;
  if (c < 0x800) {
    *to++ = 0xc0 | c >> 6;
  } else {
    if (c < 0x10000) {
      *to++ = 0xe0 | c >> 12;
    } else {
      *to++ = 0xf0 | c >> 18;
      *to++ = 0x80 | (c >> 12 & 63);
    }
    *to++ = 0x80 | (c >> 6 & 63);
  }
  *to++ = 0x80 | (c & 63);
  return to;
}

/* After the backslash. A surrogate that stands alone is no character. */
JUDGE unsigned judge_escape(void) {
  char c = *judge_at++;
  if (c != 'u') return c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c == 'b' ? '\b' : c == 'f' ? '\f' : (unsigned char)c;
  unsigned value = judge_hex();
  if (value < 0xd800 || value > 0xdfff) return value;
  if (value < 0xdc00 && judge_at[0] == '\\' && judge_at[1] == 'u') {
    char *here = judge_at;
    judge_at += 2;
    unsigned low = judge_hex();
    if (low >= 0xdc00 && low <= 0xdfff) return 0x10000 + ((value - 0xd800) << 10) + (low - 0xdc00);
    judge_at = here;
  }
  return 0xfffd;
}

/* In UTF-8. An escape is never shorter than what it stands for. */
JUDGE char *judge_string(void) {
  judge_skip('"');
  const char *end = judge_at;
  while (*end && *end != '"') end += *end == '\\' ? 2 : 1;
  char *text = judge_give(end - judge_at + 1), *to = text;
  while (judge_at < end) {
    if (*judge_at != '\\') *to++ = *judge_at++;
    else judge_at++, to = judge_utf8(to, judge_escape());
  }
  *to = 0;
  judge_at++;
  return text;
}

/* A char is a byte: of other characters than Latin ones there is nothing left. */
JUDGE char judge_char(void) {
  if (judge_skip('"') && *judge_at != '\\' && judge_at[1] == '"') return judge_at += 2, judge_at[-2];
  judge_at--;
  const unsigned char *text = (const unsigned char *)judge_string();
  if (text[0] < 0x80) return text[0];
  return text[0] < 0xc4 ? (text[0] & 3) << 6 | (text[1] & 63) : '?';
}

JUDGE struct ListNode *judge_list(void) {
  struct ListNode *first = NULL, **last = &first;
  if (judge_null()) return NULL;
  for (int i = 0; judge_more(i); i++, last = &(*last)->next) {
    *last = judge_give(sizeof **last);
    (*last)->val = judge_int();
    (*last)->next = NULL;
  }
  return first;
}

static struct TreeNode **judge_level;
static size_t judge_level_room;

JUDGE struct TreeNode *judge_tree(void) {
  struct TreeNode *root = NULL;
  if (judge_null()) return NULL;
  size_t end = 0;
  for (int i = 0; judge_more(i); i++) {
    struct TreeNode *node = NULL;
    if (!judge_null()) {
      node = judge_give(sizeof *node);
      *node = (struct TreeNode){.val = judge_int()};
      judge_grow((void **)&judge_level, &judge_level_room, end + 1, sizeof *judge_level);
      judge_level[end++] = node;
    }
    if (i == 0) root = node;
    else if (i % 2) judge_level[(i - 1) / 2]->left = node;
    else judge_level[(i - 1) / 2]->right = node;
  }
  return root;
}
