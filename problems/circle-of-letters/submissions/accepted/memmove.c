/* The index of who is hit, modulo those who are left. */
#include <ctype.h>
#include <string.h>

char lastLetter(char* letters, int count) {
    int left = strlen(letters), at = 0;
    while (left > 1) {
        at = (int)((at + count - 1LL) % left);
        if (isupper((unsigned char)letters[at])) {
            letters[at] = tolower(letters[at]);
            at++;
        } else {
            memmove(letters + at, letters + at + 1, left - at);
            left--;
        }
    }
    return letters[0];
}
