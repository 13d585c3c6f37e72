// attack: has the assembler put a file of the host that everybody may read into the executable
// stage: compile
// judge: compileError
__asm__(".section .rodata\n.global stolen\nstolen: .incbin \"@CANARY_FILE@\"\n.byte 0\n.text");
extern const char stolen[];
int puts(const char *);
int main(void) { return puts(stolen); }
