/* Halves the interval in which the length is. */
double longestPiece(int* garlands, int garlandsSize, int windows) {
    double low = 0, high = 1e9;
    for (int i = 0; i < 80; i++) {
        double middle = (low + high) / 2;
        long long pieces = 0;
        for (int k = 0; k < garlandsSize && pieces < windows; k++) pieces += (long long)(garlands[k] / middle);
        if (pieces >= windows) low = middle;
        else high = middle;
    }
    return low;
}
