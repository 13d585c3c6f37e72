// attack: has the assembler take its own executable's neighbours in the box apart: there must be none of anybody else
// stage: compile
// judge: compileError
__asm__(".section .rodata\n.incbin \"../tmp/main.c\"\n.incbin \"/box/../box2/main.c\"\n.text");
int main(void) { return 0; }
