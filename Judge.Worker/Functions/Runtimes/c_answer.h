/* The answer to a call: one line on descriptor 4. */
static char *judge_out;
static size_t judge_out_room, judge_out_end;
static const char *judge_fault;

JUDGE char *judge_room(size_t more) {
  judge_grow((void **)&judge_out, &judge_out_room, judge_out_end + more, 1);
  return judge_out + judge_out_end;
}

JUDGE void judge_put(char c) {
  *judge_room(1) = c;
  judge_out_end++;
}

JUDGE void judge_put_text(const char *text) {
  size_t length = strlen(text);
  memcpy(judge_room(length), text, length);
  judge_out_end += length;
}

JUDGE void judge_put_null(void) { judge_put_text("null"); }

JUDGE void judge_put_long(long long value) {
  char digits[24], *at = digits + sizeof digits;
  unsigned long long rest = value < 0 ? 0 - (unsigned long long)value : (unsigned long long)value;
  do *--at = '0' + rest % 10;
  while (rest /= 10);
  if (value < 0) *--at = '-';
  size_t length = digits + sizeof digits - at;
  memcpy(judge_room(length), at, length);
  judge_out_end += length;
}

JUDGE void judge_put_int(int value) { judge_put_long(value); }

JUDGE void judge_put_double(double value) {
  char text[40];
  if (!isfinite(value)) judge_fault = isnan(value) ? "a double that is not a number" : "a double that is infinite";
  for (int digits = 15; digits <= 17; digits++) {
    snprintf(text, sizeof text, "%.*g", digits, value);
    if (strtod(text, NULL) == value) break;
  }
  judge_put_text(text);
}

JUDGE void judge_put_bool(bool value) { judge_put_text(value ? "true" : "false"); }

/* How long the character is that begins here; 0 for none. */
JUDGE int judge_character(const unsigned char *at) {
  int length = at[0] < 0x80 ? 1 : at[0] < 0xc2 ? 0 : at[0] < 0xe0 ? 2 : at[0] < 0xf0 ? 3 : at[0] < 0xf5 ? 4 : 0;
  for (int i = 1; i < length; i++)
    if ((at[i] & 0xc0) != 0x80) return 0;
  if (length == 3 && (at[0] == 0xe0 && at[1] < 0xa0 || at[0] == 0xed && at[1] >= 0xa0)) return 0;
  if (length == 4 && (at[0] == 0xf0 && at[1] < 0x90 || at[0] == 0xf4 && at[1] >= 0x90)) return 0;
  return length;
}

JUDGE void judge_put_string(const char *text) {
  if (!text) {
    judge_fault = "a string that is NULL";
    return;
  }
  judge_put('"');
  for (const unsigned char *at = (const unsigned char *)text; *at;) {
    char *to = judge_room(8);
    int length = judge_character(at);
    if (length == 0) judge_put_text("\xef\xbf\xbd"), at++;
    else if (*at < 0x20 || *at == 0x7f) judge_out_end += sprintf(to, "\\u%04x", *at), at++;
    else {
      if (*at == '"' || *at == '\\') judge_put('\\');
      memcpy(judge_room(4), at, length);
      judge_out_end += length;
      at += length;
    }
  }
  judge_put('"');
  judge_take((char *)text);
}

JUDGE void judge_put_char(char value) {
  unsigned char c = value;
  judge_room(8);
  if (c >= 0x20 && c < 0x7f && c != '"' && c != '\\') judge_put('"'), judge_put(c), judge_put('"');
  else judge_out_end += sprintf(judge_room(16), "\"\\u%04x\"", c);
}

JUDGE void judge_put_list(struct ListNode *list) {
  struct ListNode *met = list;
  long steps = 0, limit = 1;
  judge_put('[');
  for (struct ListNode *node = list; node;) {
    judge_put_int(node->val);
    judge_take(node);
    node = node->next;
    if (node) judge_put(',');
    /* Brent: the one met is moved on ever later, until it is met again. */
    if (node && node == met) {
      judge_fault = "a list with a cycle";
      return;
    }
    if (++steps == limit) met = node, steps = 0, limit *= 2;
  }
  judge_put(']');
}

JUDGE void judge_put_tree(struct TreeNode *root) {
  enum { most = 1 << 22 };
  size_t begin = 0, end = 0, kept;
  judge_put('[');
  kept = judge_out_end;
  judge_grow((void **)&judge_level, &judge_level_room, 1, sizeof *judge_level);
  if (root) judge_level[end++] = root, judge_put_int(root->val), kept = judge_out_end;
  while (begin < end) {
    struct TreeNode *node = judge_level[begin++];
    judge_take(node);
    struct TreeNode *children[] = {node->left, node->right};
    for (int i = 0; i < 2; i++) {
      judge_put(',');
      if (!children[i]) {
        judge_put_null();
        continue;
      }
      judge_put_int(children[i]->val);
      kept = judge_out_end;
      judge_grow((void **)&judge_level, &judge_level_room, end + 1, sizeof *judge_level);
      judge_level[end++] = children[i];
    }
    if (end > most) {
      judge_fault = "a tree with a cycle";
      return;
    }
  }
  judge_out_end = kept;
  judge_put(']');
}

/* Whether an array of that many elements can be told. */
JUDGE bool judge_sized(const void *array, int size) {
  if (size < 0) judge_fault = "an array with a negative size";
  else if (size > 0 && !array) judge_fault = "an array that is NULL with a size that is not 0";
  return size > 0 && array;
}

/* In place: how many elements count is what was returned. */
JUDGE int judge_first(int returned, int size) {
  if (returned >= 0 && returned <= size) return returned;
  judge_fault = "a size that is not one of the array's";
  return 0;
}

JUDGE void judge_send(void) {
  for (size_t sent = 0; sent < judge_out_end;) {
    long count = syscall(SYS_write, 4, judge_out + sent, judge_out_end - sent);
    if (count > 0) sent += count;
    else if (errno != EINTR) exit(1);
  }
  judge_out_end = 0;
}

JUDGE void judge_answer(void) {
  if (judge_fault) {
    judge_out_end = 0;
    judge_put('!');
    judge_put_text(judge_fault);
    judge_fault = NULL;
  }
  judge_put('\n');
  fflush(stdout);
  fflush(stderr);
  judge_send();
}

JUDGE void judge_ready(void) {
  judge_put_text("ready\n");
  judge_send();
}
