/* Memory. What the user is given lies in an arena, which is emptied when the next case (of a class: the next object) begins, so it may be kept until then; freeing it
 * does nothing. What he allocates has 16 bytes before it by which an answer's memory is recognised, wherever in it, or in what constant, the answer points:
 * it is freed when the arena is emptied, unless he frees it himself. The program is linked with --wrap for the functions below. */
void *__real_malloc(size_t size);
void *__real_realloc(void *block, size_t size);
void __real_free(void *block);

struct judge_header {
  uint64_t cookie;
  size_t size;
};

struct judge_chunk {
  char *start, *at, *end;
};

enum { judge_live, judge_answered };

static struct judge_chunk judge_chunks[64];
static int judge_chunk_count;
static void **judge_answers;
static size_t judge_answer_count, judge_answer_room;

JUDGE void judge_out_of_memory(void) {
  fputs("out of memory\n", stderr);
  abort();
}

JUDGE uint64_t judge_cookie(void *block, int state) { return (uint64_t)(uintptr_t)block * 0x9e3779b97f4a7c15u ^ 0x6a756467653a3000u ^ state; }

JUDGE bool judge_given(void *block) {
  for (int i = judge_chunk_count; i-- > 0;)
    if ((char *)block >= judge_chunks[i].start && (char *)block < judge_chunks[i].end) return true;
  return false;
}

/* Of blocks that may be anything; what is before an object can be read, for none begins where a mapping does. */
JUDGE __attribute__((no_sanitize_address)) bool judge_is(void *block, int state) {
  return block && ((uintptr_t)block & 15) == 0 && ((struct judge_header *)block - 1)->cookie == judge_cookie(block, state);
}

JUDGE void *judge_made(struct judge_header *header, size_t size) {
  if (!header) return NULL;
  header->size = size;
  header->cookie = judge_cookie(header + 1, judge_live);
  return header + 1;
}

void *__wrap_malloc(size_t size) {
  if (size > PTRDIFF_MAX - sizeof(struct judge_header)) return errno = ENOMEM, NULL;
  return judge_made(__real_malloc(size + sizeof(struct judge_header)), size);
}

void *__real_calloc(size_t count, size_t size);

void *__wrap_calloc(size_t count, size_t size) {
  size_t bytes;
  if (__builtin_mul_overflow(count, size, &bytes) || bytes > PTRDIFF_MAX - sizeof(struct judge_header)) return errno = ENOMEM, NULL;
  return judge_made(__real_calloc(1, bytes + sizeof(struct judge_header)), bytes);
}

void __wrap_free(void *block) {
  if (judge_is(block, judge_live)) {
    struct judge_header *header = (struct judge_header *)block - 1;
    header->cookie = 0;
    __real_free(header);
  } else if (block && !judge_given(block) && !judge_is(block, judge_answered)) {
    __real_free(block);
  }
}

void *__wrap_realloc(void *block, size_t size) {
  if (!block) return __wrap_malloc(size);
  struct judge_header *header = (struct judge_header *)block - 1;
  bool answered = judge_is(block, judge_answered);
  if (answered || judge_given(block)) {
    void *copy = size ? __wrap_malloc(size) : NULL;
    if (copy) memcpy(copy, block, size < header->size ? size : header->size);
    return copy;
  }
  if (!judge_is(block, judge_live)) return __real_realloc(block, size);
  if (size == 0) return __wrap_free(block), NULL;
  if (size > PTRDIFF_MAX - sizeof *header) return errno = ENOMEM, NULL;
  uint64_t cookie = header->cookie;
  header->cookie = 0;
  void *grown = judge_made(__real_realloc(header, size + sizeof *header), size);
  if (!grown) header->cookie = cookie;
  return grown;
}

JUDGE char *judge_copy(const char *text, size_t length) {
  char *copy = __wrap_malloc(length + 1);
  if (!copy) return NULL;
  copy[length] = 0;
  return memcpy(copy, text, length);
}

char *__wrap_strdup(const char *text) { return judge_copy(text, strlen(text)); }

char *__wrap_strndup(const char *text, size_t most) { return judge_copy(text, strnlen(text, most)); }

JUDGE void *judge_give(size_t size) {
  size_t room = (size + sizeof(struct judge_header) + 15) & ~(size_t)15;
  struct judge_chunk *chunk = judge_chunks + judge_chunk_count - 1;
  if (judge_chunk_count == 0 || (size_t)(chunk->end - chunk->at) < room) {
    size_t grown = (size_t)65536 << (judge_chunk_count < 12 ? judge_chunk_count : 12);
    if (grown < room) grown = room;
    chunk = judge_chunks + judge_chunk_count;
    if (judge_chunk_count == 64 || !(chunk->start = __real_malloc(grown))) judge_out_of_memory();
    judge_chunk_count++;
    chunk->at = chunk->start;
    chunk->end = chunk->start + grown;
  }
  struct judge_header *header = (struct judge_header *)chunk->at;
  chunk->at += room;
  header->cookie = 0;
  header->size = size;
  return header + 1;
}

JUDGE void judge_grow(void **block, size_t *room, size_t needed, size_t element) {
  if (needed <= *room) return;
  *room = needed > 2 * *room ? needed : 2 * *room;
  if (*room < 256) *room = 256;
  *block = __real_realloc(*block, *room * element);
  if (!*block) judge_out_of_memory();
}

/* An answer's memory, which is the user's no longer. */
JUDGE void judge_take(void *block) {
  if (judge_given(block) || !judge_is(block, judge_live)) return;
  judge_grow((void **)&judge_answers, &judge_answer_room, judge_answer_count + 1, sizeof(void *));
  judge_answers[judge_answer_count++] = block;
  ((struct judge_header *)block - 1)->cookie = judge_cookie(block, judge_answered);
}

JUDGE void judge_empty(void) {
  for (size_t i = 0; i < judge_answer_count; i++) __real_free((struct judge_header *)judge_answers[i] - 1);
  judge_answer_count = 0;
  /* The first chunk stays. */
  while (judge_chunk_count > 1) __real_free(judge_chunks[--judge_chunk_count].start);
  if (judge_chunk_count) judge_chunks[0].at = judge_chunks[0].start;
}
