// The last steps before somebody else's code: everything that can be done ahead is done before the program is held, so that after
// the release there are only rlimits, three descriptors and execve.
#include "cell.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

enum { MAX_STRINGS = 4096 };

// What execve would have taken from a program that goes on as a copy of the lane.
static void forget_what_is_ours(int socket, const int *fds) {
  close(socket);
  for (int i = 0; i < 3; i++) close(fds[i]);
  prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
  forget_secret();
}

void become_program(int socket, struct outcome *outcome, int warm) {
  static char message[MAX_MESSAGE];
  static char *strings[MAX_STRINGS + 2];
  drop_capabilities();
  message[0] = OP_ARMED;
  if (send_message(socket, message, 1, -1) != 1) _exit(0);

  int fds[MAX_FDS], given;
  ssize_t size = receive_message(socket, message, sizeof message - 1, fds, &given);
  if (size < (ssize_t)sizeof(struct run) || message[0] != OP_RUN || given < 3 || (warm && given > 3)) _exit(0);
  message[size] = 0;
  struct run run;
  memcpy(&run, message, sizeof run);
  if ((uint64_t)run.arguments + run.environment > MAX_STRINGS) _exit(0);
  char *next = message + sizeof run, **argument = strings, **variable = strings + run.arguments + 1;
  for (uint32_t i = 0; i < run.arguments + run.environment; i++) {
    *(i < run.arguments ? &argument[i] : &variable[i - run.arguments]) = next;
    next += strlen(next) + 1;
  }

  limit(RLIMIT_CPU, run.cpu_seconds);
  limit(RLIMIT_FSIZE, run.file_bytes);
  limit(RLIMIT_STACK, run.stack_bytes);
  limit(RLIMIT_NOFILE, run.open_files);
  if (run.processes >= 0) limit(RLIMIT_NPROC, run.processes);
  if (run.processor >= 0) bind_to(run.processor);
  // They came in ascending order and above the first three, so none is overwritten before its turn.
  for (int i = 0; i < given; i++)
    if (dup2(fds[i], i) < 0) fail("dup2");
  if (warm) forget_what_is_ours(socket, fds);
  outcome->set_up_us += own_cpu_us();
  outcome->released = 1;
  if (warm) {
    // What the init will say of this program is not for it to write.
    if (munmap(outcome, sizeof *outcome) != 0) _exit(127);
    return;
  }
  execve(argument[0], argument, variable);
  outcome->exec_errno = errno;
  _exit(127);
}
