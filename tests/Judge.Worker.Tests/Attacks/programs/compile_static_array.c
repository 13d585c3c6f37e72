// attack: an executable of 2 GiB
// stage: compile
// judge: compileError
int a[1 << 29] = { 1 };
int main(void) { return a[5]; }
