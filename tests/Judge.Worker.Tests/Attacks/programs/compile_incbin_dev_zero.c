// attack: has the assembler read zeros without end
// stage: compile
// judge: compileError
__asm__(".incbin \"/dev/zero\"");
int main(void) { return 0; }
