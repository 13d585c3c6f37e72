// From a fork of the runner to somebody else's program: another user, no capability, limits, execve. The seccomp filter is the runner's own.
#include "runner.h"

#include <errno.h>
#include <grp.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

enum { MAX_STRINGS = 4096 };

static void become(uid_t user) {
  if (setgroups(0, NULL) != 0 || setresgid(user, user, user) != 0 || setresuid(user, user, user) != 0) fail("setresuid");
  drop_capabilities();
}

void execute(const struct order *order, uid_t user, char *strings, const int fds[3], struct outcome *outcome) {
  static char *pointers[MAX_STRINGS + 2];
  offer_to_the_oom_killer(); // before anything that takes memory
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  signal(SIGPIPE, SIG_DFL);
  setsid();
  if ((uint64_t)order->arguments + order->environment > MAX_STRINGS) _exit(127);
  char **argument = pointers, **variable = pointers + order->arguments + 1;
  for (uint32_t i = 0; i < order->arguments + order->environment; i++) {
    *(i < order->arguments ? &argument[i] : &variable[i - order->arguments]) = strings;
    strings += strlen(strings) + 1;
  }
  for (int i = 0; i < 3; i++)
    if (dup2(fds[i], i) < 0) fail("dup2");
  if (order->processor >= 0) bind_to(order->processor);
  limit(RLIMIT_CPU, order->cpu_seconds);
  limit(RLIMIT_FSIZE, order->file_bytes);
  limit(RLIMIT_STACK, order->stack_bytes);
  limit(RLIMIT_NOFILE, order->open_files);
  if (order->processes >= 0) limit(RLIMIT_NPROC, order->processes);
  become(user);
  outcome->set_up_us = own_cpu_us();
  outcome->released = 1;
  execve(argument[0], argument, variable);
  outcome->exec_errno = errno;
  _exit(127);
}
