// What the parts of the cell share: the protocol with Cell.cs and Lane.cs, and small helpers.
#pragma once
#define _GNU_SOURCE
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum { CONTROL_FD = 3, PROGRAM_FD = 5, MAX_MESSAGE = 128 * 1024, MAX_WARM_MESSAGE = 8 * 1024, MAX_FDS = 8, MAX_NAME = 512 };

// Where the worker has compilers' precompiled files mounted, if anywhere; see CellCommand.cs.
#define PREPARED "/etc/judge"

// First byte of every message, on SOCK_SEQPACKET sockets. Numbers are in this machine's byte order; see CellProtocol.cs.
enum {
  // control socket, worker → cell, each answered by one message of the same first byte
  OP_LANE = 'L', // u8 writable; fds: lane socket. Answer: fds: pidfd of the lane's process
  OP_PUT = 'P',  // u8 executable, path; fds: content. Answer: i32 errno
  OP_GET = 'G',  // path. Answer: i32 errno; fds: the file, when errno is 0
  OP_LIST = 'T', // Answer: NUL-terminated paths of all regular files
  OP_READY = 'H',
  // lane socket
  OP_WARM = 'W',  // worker → lane: struct warm, strings; fds: judge-warm.so, an empty file. The same byte back when the interpreter is held
  OP_ARM = 'A',   // worker → lane: u8 whether to wait for OP_GO; set a sandbox up
  OP_INIT = 'I',  // lane → worker: its init exists; fds: pidfd
  OP_GO = 'O',    // worker → init: fork the program-to-be
  OP_ARMED = 'R', // program-to-be → worker: everything done but execve
  OP_RUN = 'E',   // worker → program-to-be: struct run, strings; fds: stdin, stdout, stderr, and what else is to be 3, 4 …
  OP_DONE = 'D',  // lane → worker: struct done; no process of the run is left
};

struct __attribute__((packed)) run {
  uint8_t op;
  int32_t cpu_seconds, open_files, processes, processor; // processes, processor: -1 for no bound, none
  int64_t file_bytes, stack_bytes;
  uint32_t arguments, environment; // how many of the NUL-terminated strings that follow
};

struct __attribute__((packed)) warm {
  uint8_t op;
  int64_t stack_bytes;
  uint32_t arguments, environment; // of the NUL-terminated strings that follow; before them comes the file it is held at, a name in the box
};

struct __attribute__((packed)) done {
  uint8_t op;
  uint8_t ended;      // whether the program was released and its end seen: 0 when the sandbox was killed or failed
  int32_t status;     // as of wait(2)
  int32_t exec_errno; // why execve failed, 0 when it did not
  int64_t cpu_us, max_rss_kb; // of the init and all it or the kernel waited for, without setting the sandbox up
};

// Memory that a lane, its init and the program-to-be share; execve takes it away from the program.
struct outcome {
  int32_t released, ended, status, exec_errno; // released: nothing but execve is left to do
  int64_t set_up_us; // CPU time of all that went before the release
};

// One page, aligned and written to by main: mount(2) reads all of the page its data is in, and a page that was written to is not
// missing after a fork. A page fault costs about as much as the rest of such a call.
struct __attribute__((aligned(4096))) options {
  char tmp[64], tmpfs[8], at_tmp[8], at_shm[16], proc[8], at_proc[8]; // of /tmp and /dev/shm, as mount(2) takes them; and its other strings
  int memory_files; // whether memfd_create is allowed: only where the kernel counts their pages
};

ssize_t send_message(int socket, const void *data, size_t size, int fd);
ssize_t receive_message(int socket, void *data, size_t size, int *fds, int *count);
void fail(const char *what) __attribute__((noreturn));
void mount_at(const char *what, const char *at, unsigned long flags, const char *data);

// What a lane hands to the interpreter that it becomes, through a pipe.
struct handed {
  int socket, library;
  uint64_t secret;
  char held[MAX_NAME];
  struct options options;
};

void run_lane(int socket, int writable, const struct options *options) __attribute__((noreturn));
// Serves the lane's socket. Warm, in an interpreter that is held: returns in each program, which goes on from here as a copy of it.
void serve(int socket, const struct options *options, int warm);
// Cold, does not return.
void become_program(int socket, struct outcome *outcome, int warm);
void become_interpreter(int socket, const struct options *options, const char *message, size_t size, int library, int input) __attribute__((noreturn));
void uncover_box(void);
// Guards the calls that only our own processes make: they pass as a sixth argument what no program knows.
void install_filter(const struct options *options);
// For a program that has our memory: the secret opens nothing any more.
void forget_secret(void);
extern uint64_t secret;

struct rusage;
int64_t cpu_us(const struct rusage *usage);
int64_t own_cpu_us(void);
void limit(int resource, int64_t value);
void bind_to(int processor);
void give_up_for_all(void);
void drop_capabilities(void);
void keep_for_interpreters(void);
void raise_for_interpreter(void);
void offer_to_the_oom_killer(void);

int box_put(const char *path, int executable, int content);
int box_get(const char *path, int *error);
size_t box_list(char *into, size_t size);
