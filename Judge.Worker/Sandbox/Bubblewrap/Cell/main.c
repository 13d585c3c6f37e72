// The process that bubblewrap starts as pid 1 of a cell. It holds what the runs of one submission share, the box, and forks a
// lane for each run that may go on at a time. Everything here runs with capabilities in the cell's own user namespace only.
#include "cell.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

// No process of this cell may make user namespaces, so that none gets capabilities from one (the lanes' own namespaces need none).
// /proc/sys is read-only in bubblewrap's /proc.
static void forbid_user_namespaces(void) {
  mount_at("proc", "/tmp", MS_NOEXEC, NULL);
  int file = open("/tmp/sys/user/max_user_namespaces", O_WRONLY | O_CLOEXEC);
  if (file < 0 || write(file, "0", 1) != 1) fail("max_user_namespaces");
  close(file);
  if (umount2("/tmp", MNT_DETACH) != 0) fail("umount");
}

static void open_lane(int socket, int writable, const struct options *options) {
  int pidfd = -1;
  pid_t pid = (pid_t)syscall(SYS_clone, CLONE_PIDFD | SIGCHLD, 0, &pidfd, 0, 0);
  if (pid < 0) fail("clone");
  if (pid == 0) {
    close(CONTROL_FD);
    run_lane(socket, writable, options);
  }
  char answer = OP_LANE;
  send_message(CONTROL_FD, &answer, 1, pidfd);
  close(pidfd);
}

static void answer_errno(char op, int error, int fd) {
  char answer[1 + sizeof error];
  answer[0] = op;
  memcpy(answer + 1, &error, sizeof error);
  send_message(CONTROL_FD, answer, sizeof answer, fd);
}

int main(int count, char **arguments) {
  static struct options options = {.tmpfs = "tmpfs", .at_tmp = "/tmp", .at_shm = "/dev/shm", .proc = "proc", .at_proc = "/proc"};
  if (count != 4 || (size_t)snprintf(options.tmp, sizeof options.tmp, "%s", arguments[2]) >= sizeof options.tmp) {
    fputs("usage: judge-cell BOX_TMPFS_OPTIONS TMP_TMPFS_OPTIONS MEMORY_FILES; started by Judge.Worker through bubblewrap\n", stderr);
    return 2;
  }
  options.memory_files = atoi(arguments[3]);
  signal(SIGCHLD, SIG_IGN); // lanes end by themselves
  umask(022);
  close(PROGRAM_FD);
  forbid_user_namespaces();
  keep_for_interpreters();
  give_up_for_all();
  mount_at("tmpfs", "/box", 0, arguments[1]);
  if (chdir("/box") != 0) fail("/box");

  static char message[MAX_MESSAGE];
  message[0] = OP_READY;
  send_message(CONTROL_FD, message, 1, -1);
  for (;;) {
    int fds[MAX_FDS], given;
    ssize_t size = receive_message(CONTROL_FD, message, sizeof message - 1, fds, &given);
    if (size <= 0) return 0; // the worker has closed the cell, or is no more
    message[size] = 0;
    int error = 0;
    switch (message[0]) {
      case OP_LANE:
        open_lane(fds[0], message[1], &options);
        break;
      case OP_PUT:
        answer_errno(OP_PUT, box_put(message + 2, message[1], fds[0]), -1);
        break;
      case OP_GET: {
        int file = box_get(message + 1, &error);
        answer_errno(OP_GET, error, file);
        if (file >= 0) close(file);
        break;
      }
      case OP_LIST:
        send_message(CONTROL_FD, message, 1 + box_list(message + 1, sizeof message - 1), -1);
        break;
      default:
        return 1;
    }
    for (int i = 0; i < given; i++) close(fds[i]);
  }
}
