// attack: has the assembler put the case's answer into the executable, by the path it has on the host
// stage: compile
// judge: compileError
__asm__(".section .rodata\n.global stolen\nstolen: .incbin \"@ANSWER@\"\n.byte 0\n.text");
extern const char stolen[];
int puts(const char *);
int main(void) { return puts(stolen); }
