/* Overwrites the readings with what is shown. */
double* smooth(double* readings, int readingsSize, double trust, int* returnSize) {
    for (int i = 1; i < readingsSize; i++) readings[i] = readings[i - 1] + (readings[i] - readings[i - 1]) * trust;
    *returnSize = readingsSize;
    return readings;
}
