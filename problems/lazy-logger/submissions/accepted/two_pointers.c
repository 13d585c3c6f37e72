/* One index reads, the other one writes; the differences need 64 bits. */
int compactLog(int* readings, int readingsSize, int change) {
    int kept = 1;
    for (int i = 1; i < readingsSize; i++) {
        long long difference = (long long)readings[i] - readings[kept - 1];
        if (difference >= change || difference <= -(long long)change) readings[kept++] = readings[i];
    }
    return kept;
}
