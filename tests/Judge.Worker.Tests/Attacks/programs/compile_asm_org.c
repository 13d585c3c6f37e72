// attack: has the assembler leave a gap of 4 GiB
// stage: compile
// judge: compileError
__asm__(".data\n.org 0x100000000\n.byte 1\n.text");
int main(void) { return 0; }
