/* Too much output: adds a line of blanks as long as the text after every key. */
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
        for (int i = 0; i < length; i++) putchar(' ');
        putchar('\n');
    }
    page[length] = 0;
    puts(length > 0 ? page : "-");
    return 0;
}
