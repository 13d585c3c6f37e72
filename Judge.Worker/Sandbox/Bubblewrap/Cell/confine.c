// What is taken from a process before it becomes somebody else's program. Shared with judge-runner, the Docker sandbox's.
#include "cell.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

int64_t cpu_us(const struct rusage *usage) {
  return (usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) * 1000000L + usage->ru_utime.tv_usec + usage->ru_stime.tv_usec;
}

int64_t own_cpu_us(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return cpu_us(&usage);
}

// Never above what the worker itself may have: a hard limit can only be lowered.
void limit(int resource, int64_t value) {
  struct rlimit now;
  getrlimit(resource, &now);
  if (now.rlim_max != RLIM_INFINITY && (rlim_t)value > now.rlim_max) value = (int64_t)now.rlim_max;
  struct rlimit wanted = {(rlim_t)value, (rlim_t)value};
  if (setrlimit(resource, &wanted) != 0) fail("setrlimit");
}

// One that we may not use is no failure: the program stays where it may run.
void bind_to(int processor) {
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(processor, &set);
  syscall(SYS_sched_setaffinity, 0, sizeof set, &set, 0, 0, secret);
}

// What every program inherits from the cell, or from judge-runner, and none gets back.
void give_up_for_all(void) {
  // 1, not 0: with a pipe in core_pattern 0 still starts the host's handler, 1 does not (core(5), fs/coredump.c).
  limit(RLIMIT_CORE, 1);
  limit(RLIMIT_MEMLOCK, 64 * 1024);
  limit(RLIMIT_MSGQUEUE, 0);
  limit(RLIMIT_RTPRIO, 0);
  limit(RLIMIT_NICE, 0);
  // Nothing that is executed gains a capability; who calls this keeps what it has as long as it executes nothing.
  for (int capability = 0; prctl(PR_CAPBSET_READ, capability, 0, 0, 0) >= 0; capability++)
    if (prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) != 0) fail("PR_CAPBSET_DROP");
  if (prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0) != 0) fail("PR_CAP_AMBIENT");
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) fail("PR_SET_NO_NEW_PRIVS");
}

// A lane that becomes an interpreter goes on mounting and making namespaces for what it forks, so it takes that capability along: it can
// as long as the capability may be inherited, which has to be said while the bounding set still holds it. No program does (drop_capabilities).
void keep_for_interpreters(void) {
  struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct held[2];
  if (syscall(SYS_capget, &header, held) != 0) fail("capget");
  held[CAP_TO_INDEX(CAP_SYS_ADMIN)].inheritable |= CAP_TO_MASK(CAP_SYS_ADMIN);
  if (syscall(SYS_capset, &header, held) != 0) fail("capset");
}

void raise_for_interpreter(void) {
  if (prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_SYS_ADMIN, 0, 0) != 0) fail("PR_CAP_AMBIENT_RAISE");
}

void drop_capabilities(void) {
  struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct none[2] = {{0, 0, 0}, {0, 0, 0}};
  if (syscall(SYS_capset, &header, none) != 0) fail("capset");
}

// When memory runs out it is a sandbox that goes, not the worker.
void offer_to_the_oom_killer(void) {
  int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (file < 0 || write(file, "900", 3) != 3) fail("oom_score_adj");
  close(file);
}
