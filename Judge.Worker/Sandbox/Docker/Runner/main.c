// Process 1 of a container: holds a submission's box and runs the programs in it, one at a time. It speaks with the worker over the
// container's standard input and output, which no program inherits. It is user 0 with the four capabilities that takes (SETUID,
// SETGID, KILL, SETPCAP); the programs are other users with none, so that they can neither signal, trace nor limit it. The box
// belongs to a third user, who is whom compilers run as, so that programs cannot write it.
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

uid_t program_user, box_user;
int link_in, link_out;
static int said;

void fail(const char *what) {
  dprintf(said, "judge-runner: %s: %s\n", what, strerror(errno));
  _exit(1);
}

// Ends this process, and with it the container, when the worker has closed the link or is no more.
void read_link(void *into, size_t size) {
  for (size_t got = 0; got < size;) {
    ssize_t n = read(link_in, (char *)into + got, size - got);
    if (n == 0) _exit(0);
    if (n < 0 && errno != EINTR) fail("read");
    if (n > 0) got += (size_t)n;
  }
}

static void write_link(const void *data, size_t size) {
  for (size_t written = 0; written < size;) {
    ssize_t n = write(link_out, (const char *)data + written, size - written);
    if (n < 0 && errno != EINTR) _exit(0);
    if (n > 0) written += (size_t)n;
  }
}

void send_frame(uint8_t op, const void *data, size_t size) {
  struct frame frame = {op, size};
  write_link(&frame, sizeof frame);
  write_link(data, size);
}

// Only while no program runs. The real and the saved user stay 0, so there is a way back.
void act_as(uid_t user) {
  if (setresuid(-1, 0, -1) != 0 || (user != 0 && setresuid(-1, user, -1) != 0)) fail("setresuid");
}

static void send_idle(int clean) {
  const struct idle_frame idle = {(uint8_t)counters_are_there(), (uint8_t)clean, unreclaimable_bytes()};
  send_frame(FRAME_IDLE, &idle, sizeof idle);
}

// The path at the start of what is left of a frame.
static void read_path(uint64_t *size, char path[MAX_NAME]) {
  for (size_t i = 0; i < MAX_NAME && *size > 0; i++) {
    read_link(path + i, 1);
    --*size;
    if (path[i] == 0) return;
  }
  fail("a path without an end");
}

static void put(uint64_t size) {
  static char chunk[64 * 1024];
  char path[MAX_NAME], executable;
  read_link(&executable, 1);
  size--;
  read_path(&size, path);
  int content = memfd_create("content", MFD_CLOEXEC);
  if (content < 0) fail("memfd_create");
  int error = 0;
  while (size > 0) {
    size_t part = size < sizeof chunk ? (size_t)size : sizeof chunk;
    read_link(chunk, part);
    if (write(content, chunk, part) != (ssize_t)part) error = EIO;
    size -= part;
  }
  act_as(box_user);
  if (error == 0) error = box_put(path, executable, content);
  act_as(0);
  close(content);
  send_frame(FRAME_PUT, &error, sizeof error);
}

static void get(uint64_t size) {
  static char chunk[64 * 1024];
  struct __attribute__((packed)) {
    int32_t error;
    uint8_t executable;
  } answer = {0, 0};
  char path[MAX_NAME];
  int64_t most;
  read_link(&most, sizeof most);
  size -= sizeof most;
  read_path(&size, path);
  act_as(box_user);
  int error, file = box_get(path, &error);
  act_as(0);
  struct stat info = {0};
  if (file >= 0 && fstat(file, &info) != 0) fail("fstat");
  answer.error = info.st_size > most ? EFBIG : error;
  if (answer.error != 0) info.st_size = 0;
  answer.executable = (info.st_mode & S_IXUSR) != 0;
  struct frame frame = {FRAME_GET, sizeof answer + (uint64_t)info.st_size};
  write_link(&frame, sizeof frame);
  write_link(&answer, sizeof answer);
  for (off_t left = info.st_size; left > 0;) {
    ssize_t n = read(file, chunk, sizeof chunk);
    if (n <= 0) fail("read of a file in the box");
    write_link(chunk, (size_t)(n < left ? n : left));
    left -= n;
  }
  if (file >= 0) close(file);
}

static void list(void) {
  static char paths[MAX_MESSAGE];
  act_as(box_user);
  size_t size = box_list(paths, sizeof paths);
  act_as(0);
  send_frame(FRAME_LIST, paths, size);
}

static void take_the_link(void) {
  link_in = fcntl(0, F_DUPFD_CLOEXEC, 16);
  link_out = fcntl(1, F_DUPFD_CLOEXEC, 16);
  said = fcntl(2, F_DUPFD_CLOEXEC, 16);
  int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (link_in < 0 || link_out < 0 || said < 0 || nothing < 0) _exit(1);
  for (int i = 0; i < 3; i++) dup2(nothing, i);
}

int main(int count, char **arguments) {
  if (count != 3 || getpid() != 1) { // kill(-1) is for a namespace of its own
    fputs("usage: judge-runner PROGRAM_UID BOX_UID; started by Judge.Worker as process 1 of a container\n", stderr);
    return 2;
  }
  program_user = (uid_t)atoi(arguments[1]);
  box_user = (uid_t)atoi(arguments[2]);
  take_the_link();
  signal(SIGPIPE, SIG_IGN);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  give_up_for_all();
  // For itself, too: setting a filter up costs as much as a fork, and what a fork inherits costs nothing.
  const struct options filter = {.memory_files = 1}; // the container's memory limit holds for them
  install_filter(&filter);
  umask(022);
  if (chdir("/box") != 0) fail("/box");
  open_counters();
  send_idle(1);
  for (;;) {
    struct frame frame;
    read_link(&frame, sizeof frame);
    switch (frame.op) {
      case FRAME_PUT:
        put(frame.size);
        break;
      case FRAME_GET:
        get(frame.size);
        break;
      case FRAME_LIST:
        list();
        break;
      case FRAME_RUN:
        send_idle(clean_up(run(frame.size)));
        break;
      case FRAME_CANCEL:
        break; // what it was for has ended by itself
      default:
        fail("an unknown frame");
    }
  }
}
