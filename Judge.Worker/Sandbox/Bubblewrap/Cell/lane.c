// A lane: one process that sets one-shot sandboxes up ahead of time, one after the other, and says when each is wholly gone.
// It sits in the run's cgroup, so that what it forks is born there and no cgroup move is ever due while a program waits.
//
//   lane ── clone(NEWPID | NEWNS) ──▶ init (pid 1: mounts, then reaps) ── vfork ──▶ the program-to-be, held at a read
//
// A warm lane has become an interpreter that is held where it would open its program (warm.c, held.c) and serves from there: what it
// forks is a copy of the interpreter, and the program-to-be goes on from that point instead of executing anything.
#include "cell.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// Returns only in a program, and only if it is warm.
static void run_init(int socket, int wait_for_go, struct outcome *outcome, const struct options *options, int warm) {
  setsid();
  if (warm) uncover_box();
  mount_at(options->proc, options->at_proc, MS_NOEXEC, NULL);
  mount_at(options->tmpfs, options->at_tmp, 0, options->tmp);
  mount_at(options->tmpfs, options->at_shm, 0, options->tmp);

  char go;
  int fds[MAX_FDS], given;
  if (wait_for_go && (receive_message(socket, &go, 1, fds, &given) != 1 || go != OP_GO)) _exit(0);
  outcome->set_up_us = own_cpu_us();
  sigset_t all, before;
  sigfillset(&all);
  if (warm) sigprocmask(SIG_SETMASK, &all, &before);
  // No memory is copied for what an execve is to replace; until then this process is suspended.
  pid_t program = warm ? fork() : vfork();
  if (program < 0) fail("fork");
  if (program == 0) {
    if (warm) sigprocmask(SIG_SETMASK, &before, NULL);
    become_program(socket, outcome, warm);
    return;
  }
  close(socket);
  // Then no signal of the program's reaches the first process of its namespace; an interpreter's handlers would let some through.
  for (int number = 1; warm && number < SIGRTMIN; number++) signal(number, SIG_DFL);
  if (warm) sigprocmask(SIG_SETMASK, &before, NULL);
  for (;;) {
    int status;
    pid_t pid = waitpid(-1, &status, 0);
    if (pid != program) continue;
    outcome->status = status;
    outcome->ended = 1;
    _exit(0); // the kernel kills whatever is left in the pid namespace
  }
}

void run_lane(int socket, int writable, const struct options *options) {
  signal(SIGCHLD, SIG_DFL);
  offer_to_the_oom_killer(); // inherited by all that is forked here; the program is what is large
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  if (unshare(CLONE_NEWNS) != 0) fail("unshare");
  if (!writable) {
    mount_at(NULL, "/box", MS_REMOUNT | MS_BIND | MS_RDONLY, NULL);
    if (umount2(PREPARED, MNT_DETACH) != 0 && errno != EINVAL && errno != ENOENT) fail(PREPARED); // there may be none
  }
  // Setting a filter up costs as much as a fork, so it is done here, once, and not for every run.
  install_filter(options);
  serve(socket, options, 0);
  _exit(0);
}

void serve(int socket, const struct options *options, int warm) {
  struct outcome *outcome = mmap(NULL, sizeof *outcome, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (outcome == MAP_FAILED) fail("mmap");
  for (;;) {
    char message[MAX_WARM_MESSAGE];
    int fds[MAX_FDS], given;
    ssize_t size = receive_message(socket, message, sizeof message, fds, &given);
    if (!warm && size > (ssize_t)sizeof(struct warm) && message[0] == OP_WARM && given == 2)
      become_interpreter(socket, options, message, (size_t)size, fds[0], fds[1]);
    if (size != 2 || message[0] != OP_ARM) _exit(0);
    memset(outcome, 0, sizeof *outcome);
    int pidfd = -1;
    pid_t init = (pid_t)syscall(SYS_clone, CLONE_NEWPID | CLONE_NEWNS | CLONE_PIDFD | SIGCHLD, 0, &pidfd, 0, 0, secret);
    if (init < 0) fail("clone");
    if (init == 0) {
      run_init(socket, message[1], outcome, options, warm);
      return;
    }
    message[0] = OP_INIT;
    send_message(socket, message, 1, pidfd);
    close(pidfd);

    int status;
    struct rusage usage;
    while (wait4(init, &status, 0, &usage) < 0 && errno == EINTR) {}
    struct done done = {
      .op = OP_DONE,
      .ended = (uint8_t)(outcome->released && outcome->ended),
      .status = outcome->status,
      .exec_errno = outcome->exec_errno,
      .cpu_us = cpu_us(&usage) - outcome->set_up_us,
      .max_rss_kb = usage.ru_maxrss,
    };
    send_message(socket, &done, sizeof done, -1);
  }
}
