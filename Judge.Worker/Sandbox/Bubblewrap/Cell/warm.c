// A lane becomes an interpreter that has started and not yet begun: held.c, which is loaded into it, stops it where it would open its
// program and serves the lane's socket from there. It never sees the box: that is covered by an empty program of the same name until a
// run's own init uncovers it. So one that opens its program in some other way than held.c knows of comes to nothing.
#include "cell.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { MAX_WARM_STRINGS = 256, OURS = 2 };

static void keep_open(int fd) {
  if (fcntl(fd, F_SETFD, 0) != 0) fail("fcntl");
}

void uncover_box(void) {
  if (syscall(SYS_umount2, "/box", MNT_DETACH, 0, 0, 0, secret) != 0) fail("umount");
  if (chdir("/box") != 0) fail("/box");
}

static void cover_box(const char *held) {
  mount_at("tmpfs", "/box", 0, "size=64k,nr_inodes=16,mode=0755");
  if (chdir("/box") != 0) fail("/box");
  int file = open(held, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (file < 0) fail(held);
  close(file);
}

void become_interpreter(int socket, const struct options *options, const char *message, size_t size, int library, int input) {
  static char text[MAX_WARM_MESSAGE + 1], preload[64], from[32];
  static char *strings[MAX_WARM_STRINGS + OURS + 2];
  static struct handed handed;
  struct warm warm;
  memcpy(&warm, message, sizeof warm);
  if ((uint64_t)warm.arguments + warm.environment > MAX_WARM_STRINGS) _exit(0);
  memcpy(text, message + sizeof warm, size - sizeof warm);
  handed = (struct handed){.socket = socket, .library = library, .secret = secret, .options = *options};
  if ((size_t)snprintf(handed.held, sizeof handed.held, "%s", text) >= sizeof handed.held || strchr(text, '/')) _exit(0);
  char *next = text + strlen(text) + 1, **argument = strings, **variable = strings + warm.arguments + 1;
  for (uint32_t i = 0; i < warm.arguments + warm.environment; i++) {
    *(i < warm.arguments ? &argument[i] : &variable[i - warm.arguments]) = next;
    next += strlen(next) + 1;
  }

  int pipe_ends[2];
  if (pipe2(pipe_ends, O_CLOEXEC) != 0) fail("pipe");
  if (write(pipe_ends[1], &handed, sizeof handed) != sizeof handed) fail("write");
  close(pipe_ends[1]);
  snprintf(preload, sizeof preload, "LD_PRELOAD=/proc/self/fd/%d", library);
  snprintf(from, sizeof from, "JUDGE_WARM=%d", pipe_ends[0]);
  variable[warm.environment] = preload;
  variable[warm.environment + 1] = from;

  // The same kinds of file as a run's, since runtimes look at them as they start: a file in memory and two pipes.
  if (dup2(input, 0) < 0 || dup2(2, 1) < 0) fail("dup2");
  keep_open(socket);
  keep_open(library);
  keep_open(pipe_ends[0]);
  cover_box(handed.held);
  limit(RLIMIT_STACK, warm.stack_bytes); // by which the kernel leaves room in the address space as it executes
  raise_for_interpreter();
  execve(argument[0], argument, variable);
  fail(argument[0]);
}
