#include <cstdio>
#include <cstring>

int main() {
    long low = 1, high;
    if (scanf("%ld", &high) != 1) return 1;
    while (low < high) {
        long x = (low + high) / 2;
        printf("? %ld\n", x);
        char answer[20];
        if (scanf("%19s", answer) != 1) return 1;
        if (strcmp(answer, "touches") == 0) low = high = x;
        else if (strcmp(answer, "deeper") == 0) low = x + 1;
        else high = x - 1;
    }
    printf("! %ld\n", low);
}
