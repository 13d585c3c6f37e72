/* How much is heard from midnight up to a minute; a stay is a difference of two. */
static int until(int last) {
    int heard = 0;
    for (int t = 360; t <= 1320 && t <= last; t += 30) heard += t % 60 ? 1 : t / 60 > 12 ? t / 60 - 12 : t / 60;
    return heard;
}

static int minutes(const char* clock) {
    return ((clock[0] - '0') * 10 + clock[1] - '0') * 60 + (clock[3] - '0') * 10 + clock[4] - '0';
}

int countStrokes(char* arrival, char* departure) {
    int first = minutes(arrival), last = minutes(departure);
    int heard = until(last) - until(first - 1);
    return last < first ? heard + until(1439) : heard;
}
