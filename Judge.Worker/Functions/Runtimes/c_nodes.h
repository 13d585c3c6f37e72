/* What every C program of a function problem begins with. All of it but the nodes is named judge_…; only headers that users may expect are included,
 * so that no name of theirs is taken: the system calls go by syscall(2), whose declaration is here. */
#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <float.h>
#include <inttypes.h>
#include <limits.h>
#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>

struct ListNode {
  int val;
  struct ListNode *next;
};

struct TreeNode {
  int val;
  struct TreeNode *left;
  struct TreeNode *right;
};

#define JUDGE static __attribute__((unused))

long syscall(long number, ...);
