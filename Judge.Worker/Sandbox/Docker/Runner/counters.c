// The container's own cgroup, v1 or v2, as the engine mounts it read-only at /sys/fs/cgroup. Where there is none (gVisor), CPU time
// comes from /proc and wait4(2), and memory from what wait4 saw: less exact, see docs/containers.md.
#include "runner.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static int cpu_file, memory_file, peak_file, oom_file, stat_file;
static int version; // of the cgroups; 0: none

static int open_counter(const char *path) { return open(path, O_RDONLY | O_CLOEXEC); }

void open_counters(void) {
  cpu_file = open_counter("/sys/fs/cgroup/cpuacct/cpuacct.usage");
  memory_file = open_counter("/sys/fs/cgroup/memory/memory.usage_in_bytes");
  if (cpu_file >= 0 && memory_file >= 0) {
    version = 1;
    peak_file = open_counter("/sys/fs/cgroup/memory/memory.max_usage_in_bytes");
    oom_file = open_counter("/sys/fs/cgroup/memory/memory.oom_control");
    stat_file = open_counter("/sys/fs/cgroup/memory/memory.stat");
    return;
  }
  cpu_file = open_counter("/sys/fs/cgroup/cpu.stat");
  memory_file = open_counter("/sys/fs/cgroup/memory.current"); // the root group has none
  if (cpu_file < 0 || memory_file < 0) return;
  version = 2;
  peak_file = open_counter("/sys/fs/cgroup/memory.peak"); // since Linux 5.19
  oom_file = open_counter("/sys/fs/cgroup/memory.events");
  stat_file = open_counter("/sys/fs/cgroup/memory.stat");
}

int counters_are_there(void) { return version != 0; }

static const char *read_text(int file) {
  static char text[8192];
  ssize_t size = file < 0 ? 0 : pread(file, text, sizeof text - 1, 0);
  text[size < 0 ? 0 : size] = 0;
  return text;
}

// The number behind a key at the start of a line; 0 when there is no such line.
static int64_t keyed(const char *text, const char *key) {
  size_t length = strlen(key);
  for (const char *line = text; line; line = strchr(line, '\n')) {
    if (*line == '\n') line++;
    if (strncmp(line, key, length) == 0 && line[length] == ' ') return atoll(line + length + 1);
  }
  return 0;
}

// CPU time of all that were waited for and all that live, by clock ticks.
static int64_t processes_cpu_us(void) {
  struct rusage ended;
  getrusage(RUSAGE_CHILDREN, &ended);
  int64_t total = cpu_us(&ended) + own_cpu_us(), tick_us = 1000000 / sysconf(_SC_CLK_TCK);
  DIR *processes = opendir("/proc");
  if (!processes) return total;
  for (struct dirent *entry; (entry = readdir(processes));) {
    char path[300];
    if (atoi(entry->d_name) <= 1) continue;
    snprintf(path, sizeof path, "/proc/%s/stat", entry->d_name);
    int file = open_counter(path);
    const char *text = strrchr(read_text(file), ')');
    long user = 0, kernel = 0;
    // ") S ppid pgrp session tty tpgid flags minflt cminflt majflt cmajflt utime stime": proc_pid_stat(5)
    if (text && sscanf(text, ") %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %ld %ld", &user, &kernel) == 2) total += (user + kernel) * tick_us;
    if (file >= 0) close(file);
  }
  closedir(processes);
  return total;
}

void read_counters(struct usage *usage) {
  memset(usage, 0, sizeof *usage);
  if (version == 0) {
    usage->cpu_us = processes_cpu_us();
    return;
  }
  usage->cpu_us = version == 1 ? atoll(read_text(cpu_file)) / 1000 : keyed(read_text(cpu_file), "usage_usec");
  usage->memory_bytes = atoll(read_text(memory_file));
  usage->peak_bytes = atoll(read_text(peak_file));
  usage->oom_kills = keyed(read_text(oom_file), "oom_kill");
}

int64_t unreclaimable_bytes(void) {
  struct usage usage;
  read_counters(&usage);
  const char *text = read_text(stat_file);
  return usage.memory_bytes - keyed(text, "active_file") - keyed(text, "inactive_file");
}
