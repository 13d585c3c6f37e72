// attack: has the assembler quote, as errors, what it cannot assemble
// stage: compile
// judge: compileError
__asm__(".include \"/etc/passwd\"\n.include \"@CANARY_FILE@\"\n.include \"/proc/1/environ\"");
int main(void) { return 0; }
