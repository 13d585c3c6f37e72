// Files in the box, read and written on the worker's behalf. What a compiler left there is hostile: no link is followed, and only
// regular files come out. The worker itself never opens a path of the box.
#include "cell.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { MAX_DEPTH = 8 };

// Where openat2 is not to be had (Linux before 5.6, a container's filter): the same, folder by folder.
static int walk_beneath(int directory, const char *path, int flags, mode_t mode) {
  char name[MAX_NAME];
  int at = directory;
  for (;;) {
    size_t length = strcspn(path, "/");
    if (length == 0 || length >= sizeof name || (length == 2 && path[0] == '.' && path[1] == '.')) {
      errno = EINVAL;
      return -1;
    }
    snprintf(name, sizeof name, "%.*s", (int)length, path);
    int last = path[length] == 0;
    int next = openat(at, name, last ? flags | O_CLOEXEC | O_NOFOLLOW : O_PATH | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW, mode);
    int error = errno;
    if (at != directory) close(at);
    errno = error;
    if (last || next < 0) return next;
    at = next;
    path += length + 1;
  }
}

static int open_beneath(int directory, const char *path, uint64_t flags, uint64_t mode) {
  struct open_how how = {.flags = flags | O_CLOEXEC | O_NOFOLLOW, .mode = mode, .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS};
  int file = (int)syscall(SYS_openat2, directory, path, &how, sizeof how);
  return file < 0 && (errno == ENOSYS || errno == EPERM) ? walk_beneath(directory, path, (int)flags, (mode_t)mode) : file;
}

static int make_directories(char *path) {
  for (char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
    *slash = 0;
    int parent_is_real = open_beneath(AT_FDCWD, path, O_PATH | O_DIRECTORY, 0);
    if (parent_is_real >= 0) close(parent_is_real);
    else if (mkdir(path, 0755) != 0) return errno;
    *slash = '/';
  }
  return 0;
}

int box_put(const char *name, int executable, int content) {
  char path[MAX_NAME];
  if (snprintf(path, sizeof path, "%s", name) >= (int)sizeof path) return ENAMETOOLONG;
  int error = make_directories(path);
  if (error) return error;
  struct stat source;
  if (fstat(content, &source) != 0) return errno;
  int file = open_beneath(AT_FDCWD, path, O_WRONLY | O_CREAT | O_EXCL, executable ? 0755 : 0644);
  if (file < 0) return errno;
  off_t offset = 0;
  while (offset < source.st_size) {
    if (sendfile(file, content, &offset, (size_t)(source.st_size - offset)) > 0) continue;
    error = errno ? errno : EIO;
    break;
  }
  close(file);
  return error;
}

int box_get(const char *path, int *error) {
  // O_NONBLOCK: a fifo must not hold us up.
  int file = open_beneath(AT_FDCWD, path, O_RDONLY | O_NONBLOCK, 0);
  struct stat info;
  *error = 0;
  if (file < 0) *error = errno;
  else if (fstat(file, &info) != 0 || !S_ISREG(info.st_mode)) *error = ENOENT;
  if (*error == 0) return file;
  if (file >= 0) close(file);
  return -1;
}

static size_t list(int directory, const char *prefix, int depth, char *into, size_t size) {
  DIR *entries = fdopendir(directory);
  if (!entries) {
    close(directory);
    return 0;
  }
  size_t used = 0;
  for (struct dirent *entry; (entry = readdir(entries));) {
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
    char path[MAX_NAME];
    int length = snprintf(path, sizeof path, "%s%s", prefix, entry->d_name);
    if (length + 2 > (int)sizeof path) continue;
    if (entry->d_type == DT_REG && used + length + 1 < size) {
      memcpy(into + used, path, length + 1);
      used += length + 1;
    } else if (entry->d_type == DT_DIR && depth < MAX_DEPTH) {
      int below = open_beneath(dirfd(entries), entry->d_name, O_RDONLY | O_DIRECTORY, 0);
      strcpy(path + length, "/");
      if (below >= 0) used += list(below, path, depth + 1, into + used, size - used);
    }
  }
  closedir(entries);
  return used;
}

size_t box_list(char *into, size_t size) {
  int box = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  return box < 0 ? 0 : list(box, "", 0, into, size);
}
