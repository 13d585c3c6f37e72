// What the C and C++ attacks share. The tests paste it in place of its #include line.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/un.h>
#include <sys/wait.h>

static int escapes;

/* Something worked that must not. */
__attribute__((format(printf, 1, 2), unused)) static void escaped(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    printf("ESCAPED: ");
    vprintf(format, arguments);
    va_end(arguments);
    puts("");
    fflush(stdout);
    escapes++;
}

/* The end of every attack: the word the judge expects, unless something worked. */
__attribute__((unused)) static int contained(void)
{
    if (!escapes) puts("contained");
    fflush(stdout);
    return 0;
}

/* A call that has to fail; which error it fails with is the sandbox's choice. */
#define REFUSED(call) do { if ((long)(call) != -1) escaped("%s", #call); } while (0)

/* Memory that is really used: no compiler can see that nobody reads it. */
__attribute__((unused)) static void take(size_t bytes)
{
    char *volatile p = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (p != MAP_FAILED) memset(p, 1, bytes);
}

/* Whether the current case is the one with that standard input. */
__attribute__((unused)) static int told(const char *word)
{
    char input[64] = "";
    ssize_t n = pread(0, input, sizeof input - 1, 0);
    return n > 0 && strncmp(input, word, strlen(word)) == 0;
}
