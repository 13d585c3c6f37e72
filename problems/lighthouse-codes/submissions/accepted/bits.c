/* All numbers of that many bits, with as many ones as flashes. */
#include <stdlib.h>

char** codes(int length, int flashes, int* returnSize) {
    char** found = malloc(2000 * sizeof(char*));
    int count = 0;
    for (int bits = 0; bits < 1 << length; bits++) {
        int turned = bits >> 1 | (bits & 1) << (length - 1);
        if (__builtin_popcount(bits) != flashes || (bits & turned)) continue;
        char* code = malloc(length + 1);
        for (int i = 0; i < length; i++) code[i] = bits >> i & 1 ? '*' : '-';
        code[length] = 0;
        found[count++] = code;
    }
    *returnSize = count;
    return found;
}
