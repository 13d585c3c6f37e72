// The seccomp filter of every program: what no solution needs and what past kernel holes were reached by answers EPERM; what is
// newer than this list answers ENOSYS, as on a kernel that does not have it. Namespaces, no capabilities and no_new_privs already
// refuse most of it; this is the second wall, and the only one for keyrings, io_uring, bpf and the like.
#include "cell.h"

#include <asm/unistd.h>
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "no seccomp filter for this architecture yet"
#endif

enum {
  LAST_KNOWN = 466, // the last system call that was looked at for this list: removexattrat, Linux 6.13
  ANY_NAMESPACE = CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET,
  QUERY_PERSONALITY = -1,
};

// Numbers from 424 on are the same on all architectures; Debian 12's headers do not name all of them.
static const uint16_t refused[] = {
  // other processes
  __NR_ptrace, __NR_process_vm_readv, __NR_process_vm_writev, __NR_kcmp, 438 /* pidfd_getfd */, 440 /* process_madvise */, 448 /* process_mrelease */,
  // mounts and namespaces
  __NR_pivot_root, __NR_chroot, __NR_unshare, __NR_setns, 428 /* open_tree */, 429 /* move_mount */, 430 /* fsopen */,
  431 /* fsconfig */, 432 /* fsmount */, 433 /* fspick */, 442 /* mount_setattr */, 457 /* statmount */, 458 /* listmount */,
  __NR_name_to_handle_at, __NR_open_by_handle_at, __NR_fanotify_init, __NR_fanotify_mark, __NR_swapon, __NR_swapoff, __NR_quotactl, 443 /* quotactl_fd */,
  __NR_acct, __NR_lookup_dcookie, __NR_nfsservctl,
  // the kernel and the machine
  __NR_add_key, __NR_request_key, __NR_keyctl, __NR_bpf, __NR_perf_event_open, __NR_userfaultfd, 425 /* io_uring_setup */, 426, 427,
  __NR_kexec_load, 447 /* memfd_secret */, __NR_reboot, __NR_init_module, __NR_finit_module, __NR_delete_module, __NR_syslog, __NR_vhangup,
  __NR_settimeofday, __NR_clock_settime, __NR_clock_adjtime, __NR_adjtimex, __NR_sethostname, __NR_setdomainname,
  __NR_mbind, __NR_set_mempolicy, 450 /* set_mempolicy_home_node */, __NR_migrate_pages, __NR_move_pages,
#ifdef __NR_kexec_file_load
  __NR_kexec_file_load,
#endif
#ifdef __NR_iopl
  __NR_iopl, __NR_ioperm, __NR_modify_ldt, __NR_uselib, __NR_create_module, __NR_get_kernel_syms, __NR_query_module, __NR__sysctl, __NR_ustat, __NR_sysfs,
#endif
  __NR_fadvise64, // has the host forget files of its own, which the next program then waits for
  // A thread that lets all others go first gathers time in which it could have run, and that does not count for the wall limit (RunDelay.cs).
  __NR_sched_setscheduler, __NR_sched_setparam, __NR_sched_setattr, __NR_setpriority,
  // System V IPC and message queues outlive who made them, and a namespace for each run would cost more than the rest of its set-up.
  __NR_shmget, __NR_semget, __NR_msgget, __NR_mq_open,
  // There is no network. socketpair(2) stays: event loops are built on it.
  __NR_socket, __NR_bind, __NR_listen, __NR_connect, __NR_accept, __NR_accept4,
};

// Refused to who does not know the secret.
static const uint16_t guarded[] = {__NR_mount, __NR_umount2, __NR_seccomp};

enum { REFUSED = sizeof refused / sizeof *refused, GUARDED = sizeof guarded / sizeof *guarded };

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offsetof(struct seccomp_data, field))
#define ANSWER(value) BPF_STMT(BPF_RET | BPF_K, value)
#define SKIP_UNLESS(number, count) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, count)
#define ERROR(number) (SECCOMP_RET_ERRNO | (number))
#define LOAD_HIGH(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offsetof(struct seccomp_data, field) + 4)

// None of mount(2), umount2(2), clone(2), seccomp(2) and sched_setaffinity(2) has a sixth argument, so the kernel does not mind what we pass there.
enum { SECRET_ARGUMENT = 5 };

#define ADD(...) program[n++] = (struct sock_filter)__VA_ARGS__

uint64_t secret;

static void load(struct sock_filter *program, uint16_t size) {
  struct sock_fprog filter = {size, program};
  // SPEC_ALLOW: no speculation barriers, which would cost the program time that is not its own.
  if (syscall(__NR_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_SPEC_ALLOW, &filter, 0, 0, secret) != 0) fail("seccomp");
}

void install_filter(const struct options *options) {
  if (getrandom(&secret, sizeof secret, 0) != sizeof secret) fail("getrandom");
  struct sock_filter program[REFUSED + 96];
  uint16_t n = 0;
#define ALLOW_WITH_SECRET_OR(answer) \
  ADD(LOAD(args[SECRET_ARGUMENT])); \
  ADD(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)secret, 0, 3)); \
  ADD(LOAD_HIGH(args[SECRET_ARGUMENT])); \
  ADD(SKIP_UNLESS((uint32_t)(secret >> 32), 1)); \
  ADD(ANSWER(SECCOMP_RET_ALLOW)); \
  ADD(ANSWER(answer))
  ADD(LOAD(arch));
  ADD(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0));
  ADD(ANSWER(SECCOMP_RET_KILL_PROCESS)); // 32-bit calls would have other numbers
  ADD(LOAD(nr));
  ADD(BPF_JUMP(BPF_JMP | BPF_JGT | BPF_K, LAST_KNOWN, 0, 1)); // x32 calls too
  ADD(ANSWER(ERROR(ENOSYS)));
  for (int i = 0; i < REFUSED; i++) ADD(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, refused[i], (uint8_t)(REFUSED - i), 0));
  ADD(BPF_JUMP(BPF_JMP | BPF_JA, 1, 0, 0));
  ADD(ANSWER(ERROR(EPERM)));

  // clone3 hides its flags in memory; the C library takes ENOSYS for an old kernel and calls clone.
  ADD(SKIP_UNLESS(435 /* clone3 */, 1));
  ADD(ANSWER(ERROR(ENOSYS)));
  ADD(SKIP_UNLESS(__NR_clone, 3));
  ADD(LOAD(args[0]));
  ADD(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (uint32_t)ANY_NAMESPACE, 2, 0));
  ADD(ANSWER(SECCOMP_RET_ALLOW));
  // seccomp: a filter of its own could hand calls to a listener.
  for (int i = 0; i < GUARDED; i++) {
    ADD(SKIP_UNLESS(guarded[i], 6));
    ALLOW_WITH_SECRET_OR(ERROR(EPERM));
  }
  // A program stays on the processor that it was given. It is told that all went well, without which .NET does not start.
  ADD(SKIP_UNLESS(__NR_sched_setaffinity, 6));
  ALLOW_WITH_SECRET_OR(ERROR(0));
  // The kernel lets a process set the limits of any of its user's, which the init is, too.
  ADD(SKIP_UNLESS(__NR_prlimit64, 4));
  ADD(LOAD(args[0]));
  ADD(SKIP_UNLESS(0 /* itself */, 1));
  ADD(ANSWER(SECCOMP_RET_ALLOW));
  ADD(ANSWER(ERROR(EPERM)));
  // Any other family would have the host load the module of its protocol.
  ADD(SKIP_UNLESS(__NR_socketpair, 4));
  ADD(LOAD(args[0]));
  ADD(SKIP_UNLESS(AF_UNIX, 1));
  ADD(ANSWER(SECCOMP_RET_ALLOW));
  ADD(ANSWER(ERROR(EPERM)));
  ADD(SKIP_UNLESS(__NR_personality, 5));
  ADD(LOAD(args[0]));
  ADD(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 2, 0));
  ADD(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)QUERY_PERSONALITY, 1, 0));
  ADD(ANSWER(ERROR(EPERM)));
  ADD(ANSWER(SECCOMP_RET_ALLOW));
  ADD(SKIP_UNLESS(__NR_ioctl, 5));
  ADD(LOAD(args[1]));
  ADD(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, TIOCSTI, 1, 0));
  ADD(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, TIOCLINUX, 0, 1));
  ADD(ANSWER(ERROR(EPERM)));
  ADD(ANSWER(SECCOMP_RET_ALLOW));
  if (!options->memory_files) {
    ADD(SKIP_UNLESS(__NR_memfd_create, 1));
    ADD(ANSWER(ERROR(EPERM)));
  }
  ADD(ANSWER(SECCOMP_RET_ALLOW));

  load(program, n);
}

// On top of the other filter, of whose answers the kernel takes the stricter.
void forget_secret(void) {
  struct sock_filter program[16];
  uint16_t n = 0;
  ADD(LOAD(nr));
  for (int i = 0; i < GUARDED; i++) ADD(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, guarded[i], (uint8_t)(GUARDED + 4 - i), 0));
  ADD(SKIP_UNLESS(__NR_sched_setaffinity, 1));
  ADD(ANSWER(ERROR(0)));
  ADD(SKIP_UNLESS(__NR_clone, 3));
  ADD(LOAD(args[0]));
  ADD(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (uint32_t)ANY_NAMESPACE, 0, 1));
  ADD(ANSWER(ERROR(EPERM)));
  ADD(ANSWER(SECCOMP_RET_ALLOW));
  load(program, n);
  secret = 0;
}
