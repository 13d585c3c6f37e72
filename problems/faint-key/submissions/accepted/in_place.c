/* Closes the gaps in the text itself. */
#include <ctype.h>

char* typedText(char* text, char key) {
    int kept = 0, down = 0;
    for (int i = 0; text[i]; i++) {
        if (text[i] == ' ' || text[i] == '.') down = 0;
        if (tolower(text[i]) == key && (down = !down) == 0) continue;
        text[kept++] = text[i];
    }
    text[kept] = 0;
    return text;
}
