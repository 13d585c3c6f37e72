/* Shuffles no more often than needed: after "order" times a deck is as it was. */
#include <stdlib.h>
#include <string.h>

void riffle(int* deck, int deckSize, int times) {
    int m = deckSize + 1, order = 1;
    for (int p = 2 % m; p != 1; p = p * 2 % m) order++;
    int power = 1;
    for (times %= order; times > 0; times--) power = power * 2 % m;
    int* before = malloc(deckSize * sizeof(int));
    memcpy(before, deck, deckSize * sizeof(int));
    for (int p = 1; p < m; p++) deck[(long long)p * power % m - 1] = before[p - 1];
    free(before);
}
