// attack: has the assembler repeat itself without end
// stage: compile
// judge: compileError
__asm__(".rept 2000000000\n.quad 1, 2, 3, 4, 5, 6, 7, 8\n.endr");
int main(void) { return 0; }
