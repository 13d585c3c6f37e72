/* The front of the array is the stack. */
int mergeDroplets(int* droplets, int dropletsSize) {
    int top = 0;
    for (int i = 0; i < dropletsSize; i++) {
        droplets[top++] = droplets[i];
        while (top > 1 && droplets[top - 1] == droplets[top - 2]) droplets[--top - 1] *= 2;
    }
    return top;
}
