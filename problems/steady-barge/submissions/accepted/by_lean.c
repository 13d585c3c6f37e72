/**
 * Note: The returned array must be malloced, assume caller calls free().
 */
int* order(int* loads, int loadsSize, int limit, int* returnSize) {
    int* result = malloc(sizeof(int) * loadsSize);
    int port = 0, starboard = 0, lean = 0;
    for (int i = 0; i < loadsSize; i++) {
        while (port < loadsSize && loads[port] >= 0) port++;
        while (starboard < loadsSize && loads[starboard] < 0) starboard++;
        int next = (lean > 0 || starboard == loadsSize) ? port++ : starboard++;
        result[i] = loads[next];
        lean += loads[next];
    }
    *returnSize = loadsSize;
    return result;
}
