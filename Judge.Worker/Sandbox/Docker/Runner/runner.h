// What the parts of judge-runner share: the protocol with RunnerLink.cs, and the steps of a run.
#pragma once
#include "../../Bubblewrap/Cell/cell.h"

// A frame is this header and `size` bytes. Numbers are in this machine's byte order; RunnerProtocol.cs is the other half.
struct __attribute__((packed)) frame {
  uint8_t op;
  uint64_t size;
};

enum {
  // worker → runner
  FRAME_PUT = 'P',    // u8 executable, NUL-terminated path, content. Answer: FRAME_PUT, i32 errno
  FRAME_GET = 'G',    // i64 most bytes, NUL-terminated path. Answer: FRAME_GET, i32 errno, u8 executable, content
  FRAME_LIST = 'T',   // Answer: FRAME_LIST, NUL-terminated paths of all regular files
  FRAME_RUN = 'E',    // struct order, strings, standard input. Answers: output, then FRAME_DONE, then FRAME_IDLE
  FRAME_CANCEL = 'K', // ends the run that goes on, if one does
  // runner → worker
  FRAME_STDOUT = 'o',
  FRAME_STDERR = 'e',
  FRAME_DONE = 'D', // struct done_frame; no process of the run is left
  FRAME_IDLE = 'H', // struct idle_frame; nothing the run wrote outside the box is left. The first frame of all
};

struct __attribute__((packed)) order {
  int64_t cpu_us, wall_us, output_bytes, stderr_bytes, file_bytes, stack_bytes;
  int32_t cpu_seconds, open_files, processes, processor; // processes, processor: -1 for no bound, none
  uint8_t writable;
  uint32_t arguments, environment, strings; // how many of the strings, and their size with the NULs
};

// As RunEnd in ISandbox.cs.
enum end { END_FINISHED, END_CPU, END_WALL, END_MEMORY, END_OUTPUT };

struct __attribute__((packed)) done_frame {
  uint8_t end, ended;          // ended: whether the program ended by itself
  int32_t status, exec_errno;  // as of wait(2); why execve failed, 0 when it did not
  int64_t cpu_us, wall_us, memory_bytes;
};

struct __attribute__((packed)) idle_frame {
  uint8_t counted, clean; // whether a cgroup counts; whether all could be emptied
  int64_t memory_bytes;   // charged to the container and not to be had back, without any run
};

extern uid_t program_user, box_user;
extern int link_in, link_out;

void read_link(void *into, size_t size);
void send_frame(uint8_t op, const void *data, size_t size);
void act_as(uid_t user);

uid_t run(uint64_t size); // returns as whom
void execute(const struct order *order, uid_t user, char *strings, const int fds[3], struct outcome *outcome) __attribute__((noreturn));
int clean_up(uid_t user); // whether all is gone

// What the container's cgroup has counted; all processes' together, this one's too.
struct usage {
  int64_t cpu_us, memory_bytes, peak_bytes, oom_kills;
};
void open_counters(void);
int counters_are_there(void);
void read_counters(struct usage *usage);
int64_t unreclaimable_bytes(void);
