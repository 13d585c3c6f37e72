// One run: the program is started, its output passed on, and everything in the container but this process killed at its end or at
// the first limit it breaks. The CPU limit needs no clock tick: the next look is due when the program could at the earliest
// have used up what is left, with all processors busy. Memory is sampled beside it, because the kernel's peak cannot be set back
// from in here; it is exact whenever a run goes higher than any before it in this container.
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { CHUNK = 32 * 1024, SAMPLE_US = 10000 };

// What waits to be sent. A worker that reads slowly stops the program, not this process.
static struct {
  char bytes[2 * (CHUNK + sizeof(struct frame))];
  size_t from, to;
} unsent;

struct stream {
  int fd;
  uint8_t op;
  int64_t seen, keep, allow;
};

static struct {
  struct order order;
  struct stream output[2];
  struct usage before, now;
  struct outcome *outcome;
  pid_t program;
  enum end end;
  int killed;
  int64_t started_us, ended_us, own_before_us, sampled_bytes, max_rss_bytes;
} current;

static int64_t now_us(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000L + now.tv_nsec / 1000;
}

static void stop(enum end end) {
  if (current.killed) return;
  current.killed = 1;
  current.end = end;
}

static void push(void) {
  while (unsent.from < unsent.to) {
    ssize_t sent = write(link_out, unsent.bytes + unsent.from, unsent.to - unsent.from);
    if (sent < 0 && errno == EAGAIN) return;
    if (sent < 0 && errno != EINTR) _exit(0); // the worker is gone
    if (sent > 0) unsent.from += (size_t)sent;
  }
  unsent.from = unsent.to = 0;
}

static int has_room(void) { return unsent.to + sizeof(struct frame) + CHUNK <= sizeof unsent.bytes; }

// Passes on what there is to be read, once. There must be room for it.
static void pass_on(struct stream *stream) {
  char *at = unsent.bytes + unsent.to;
  ssize_t size = read(stream->fd, at + sizeof(struct frame), CHUNK);
  if (size < 0 && (errno == EINTR || errno == EAGAIN)) return;
  if (size <= 0) {
    close(stream->fd);
    stream->fd = -1;
    return;
  }
  int64_t room = stream->keep - stream->seen;
  stream->seen += size;
  if (stream->seen > stream->allow) stop(END_OUTPUT);
  if (room <= 0) return;
  struct frame frame = {stream->op, (uint64_t)(size < room ? size : room)};
  memcpy(at, &frame, sizeof frame);
  unsent.to += sizeof frame + frame.size;
  push();
}

static void collect(int options) {
  int status;
  struct rusage usage;
  for (pid_t pid; (pid = wait4(-1, &status, options, &usage)) > 0 || (pid < 0 && errno == EINTR);) {
    if (pid <= 0) continue;
    if (usage.ru_maxrss * 1024 > current.max_rss_bytes) current.max_rss_bytes = usage.ru_maxrss * 1024;
    if (pid != current.program) continue;
    current.outcome->status = status;
    current.outcome->ended = 1;
  }
}

static int64_t cpu_used_us(void) {
  int64_t used = current.now.cpu_us - current.before.cpu_us - (own_cpu_us() - current.own_before_us) - current.outcome->set_up_us;
  return used > 0 ? used : 0;
}

static void look(void) {
  read_counters(&current.now);
  int64_t grown = current.now.memory_bytes - current.before.memory_bytes;
  if (grown > current.sampled_bytes) current.sampled_bytes = grown;
}

// How long nobody has to look, microseconds.
static int64_t judge_limits(void) {
  look();
  int64_t wall_left = current.order.wall_us - (now_us() - current.started_us), cpu_left = current.order.cpu_us - cpu_used_us();
  if (current.now.oom_kills > current.before.oom_kills) stop(END_MEMORY);
  if (cpu_left <= 0) stop(END_CPU);
  if (wall_left <= 0) stop(END_WALL);
  int64_t patience = cpu_left / sysconf(_SC_NPROCESSORS_ONLN);
  if (patience > SAMPLE_US) patience = SAMPLE_US;
  if (patience > wall_left) patience = wall_left;
  return patience < 1000 ? 1000 : patience;
}

static void hear_the_worker(void) {
  struct frame frame;
  read_link(&frame, sizeof frame);
  if (frame.op != FRAME_CANCEL || frame.size != 0) fail("a frame that is no FRAME_CANCEL in the middle of a run");
  stop(END_FINISHED);
}

static void watch(int children) {
  while (!current.killed && !current.outcome->ended) {
    int64_t patience = judge_limits();
    struct pollfd fds[] = {
      {.fd = children, .events = POLLIN},
      {.fd = link_in, .events = POLLIN},
      {.fd = link_out, .events = unsent.to > 0 ? POLLOUT : 0},
      {.fd = has_room() ? current.output[0].fd : -1, .events = POLLIN},
      {.fd = has_room() ? current.output[1].fd : -1, .events = POLLIN},
    };
    if (current.killed || poll(fds, 5, (int)((patience + 999) / 1000)) <= 0) continue;
    if (fds[2].revents) push();
    for (int i = 0; i < 2; i++)
      if (fds[3 + i].revents && has_room()) pass_on(&current.output[i]);
    if (fds[1].revents) hear_the_worker();
    if (fds[0].revents) {
      struct signalfd_siginfo info;
      if (read(children, &info, sizeof info) > 0) collect(WNOHANG);
    }
  }
  current.ended_us = now_us();
}

// What is still in the pipes, now that nobody is left to write them.
static void drain(void) {
  for (int i = 0; i < 2; i++) {
    struct pollfd left = {.fd = current.output[i].fd, .events = POLLIN};
    while (current.output[i].fd >= 0 && poll(&left, 1, 0) > 0) {
      struct pollfd room = {.fd = link_out, .events = POLLOUT};
      while (!has_room() && poll(&room, 1, -1) > 0) push();
      pass_on(&current.output[i]);
    }
    if (current.output[i].fd >= 0) close(current.output[i].fd);
    current.output[i].fd = -1;
  }
  fcntl(link_out, F_SETFL, fcntl(link_out, F_GETFL) & ~O_NONBLOCK);
  push();
}

static void report(void) {
  const struct usage *after = &current.now;
  int64_t memory = current.sampled_bytes > current.max_rss_bytes ? current.sampled_bytes : current.max_rss_bytes;
  if (after->peak_bytes > current.before.peak_bytes) memory = after->peak_bytes - current.before.memory_bytes;
  int64_t cpu = cpu_used_us();
  if (after->oom_kills > current.before.oom_kills) current.end = END_MEMORY;
  else if (current.end == END_FINISHED && cpu > current.order.cpu_us) current.end = END_CPU;
  if (!current.killed && current.end == END_FINISHED && !current.outcome->released) fail("a program could not be started");
  const struct done_frame done = {
    .end = (uint8_t)current.end,
    .ended = (uint8_t)current.outcome->ended,
    .status = current.outcome->status,
    .exec_errno = current.outcome->exec_errno,
    .cpu_us = cpu,
    .wall_us = current.ended_us - current.started_us,
    .memory_bytes = memory,
  };
  send_frame(FRAME_DONE, &done, sizeof done);
}

static int receive_stdin(uint64_t size) {
  static char chunk[64 * 1024];
  int file = memfd_create("stdin", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (file < 0) fail("memfd_create");
  while (size > 0) {
    size_t part = size < sizeof chunk ? (size_t)size : sizeof chunk;
    read_link(chunk, part);
    for (size_t written = 0; written < part;) {
      ssize_t n = write(file, chunk + written, part - written);
      if (n <= 0) fail("memfd");
      written += (size_t)n;
    }
    size -= part;
  }
  if (fcntl(file, F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE) != 0) fail("F_ADD_SEALS");
  // A new open file description: its offset is 0 and it is read-only.
  char path[32];
  snprintf(path, sizeof path, "/proc/self/fd/%d", file);
  int stdin_file = open(path, O_RDONLY | O_CLOEXEC);
  if (stdin_file < 0) fail(path);
  close(file);
  return stdin_file;
}

uid_t run(uint64_t size) {
  static char strings[MAX_MESSAGE];
  static struct outcome *outcome;
  if (!outcome) outcome = mmap(NULL, sizeof *outcome, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (outcome == MAP_FAILED) fail("mmap");
  memset(outcome, 0, sizeof *outcome);
  memset(&current, 0, sizeof current);
  current.outcome = outcome;
  struct order *order = &current.order;
  if (size < sizeof *order) fail("FRAME_RUN is too short");
  read_link(order, sizeof *order);
  if (order->strings >= sizeof strings || order->strings > size - sizeof *order) fail("the strings of FRAME_RUN are too long");
  read_link(strings, order->strings);
  strings[order->strings] = 0;

  int out[2], err[2], fds[3] = {receive_stdin(size - sizeof *order - order->strings)};
  const uid_t user = order->writable ? box_user : program_user;
  act_as(user); // whose pipes they are: /dev/stdout is opened by their owner
  if (pipe2(out, O_CLOEXEC) != 0 || pipe2(err, O_CLOEXEC) != 0) fail("pipe2");
  act_as(0);
  // A program may open its pipe anew and read what poll(2) has just said is there: nothing here may wait for it.
  fcntl(out[0], F_SETFL, O_NONBLOCK);
  fcntl(err[0], F_SETFL, O_NONBLOCK);
  fds[1] = out[1];
  fds[2] = err[1];
  current.output[0] = (struct stream){out[0], FRAME_STDOUT, 0, order->output_bytes, order->output_bytes};
  current.output[1] = (struct stream){err[0], FRAME_STDERR, 0, order->stderr_bytes, order->output_bytes};
  fcntl(link_out, F_SETFL, fcntl(link_out, F_GETFL) | O_NONBLOCK);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGCHLD);
  sigprocmask(SIG_BLOCK, &set, NULL);
  int children = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
  if (children < 0) fail("signalfd");

  read_counters(&current.before);
  current.own_before_us = own_cpu_us();
  current.started_us = now_us();
  current.program = fork();
  if (current.program < 0) fail("fork");
  if (current.program == 0) execute(order, user, strings, fds, outcome);
  for (int i = 0; i < 3; i++) close(fds[i]);

  watch(children);
  look();            // with what the run still holds
  kill(-1, SIGKILL); // everything but this process, which is number 1
  collect(0);        // until there is no child
  look();
  close(children);
  drain();
  report();
  return user;
}
