/* A character array and its length. */
#include <stdio.h>

static char page[300005];

int main(void) {
    int length = 0, key;
    while ((key = getchar()) != EOF && key != '\n') {
        if (key == '<') {
            if (length > 0) length--;
        } else if (key == '!') {
            if (length > 0) {
                page[length] = page[length - 1];
                length++;
            }
        } else if (key == '#') {
            length = 0;
        } else if (key >= 'a' && key <= 'z') {
            page[length++] = (char)key;
        }
    }
    page[length] = 0;
    puts(length > 0 ? page : "-");
    return 0;
}
