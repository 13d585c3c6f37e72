// attack: has the assembler put the host's passwords into the executable
// stage: compile
// judge: compileError
__asm__(".section .rodata\n.global stolen\nstolen: .incbin \"/etc/shadow\"\n.byte 0\n.text");
extern const char stolen[];
int puts(const char *);
int main(void) { return puts(stolen); }
