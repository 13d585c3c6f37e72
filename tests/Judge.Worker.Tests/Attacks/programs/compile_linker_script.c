// attack: gives the linker orders by sections: libraries to load, an interpreter and a search path of its own
// stage: compile
// judge: accepted compileError runtimeError
#include <stdio.h>
__asm__(".section .deplibs,\"MS\",@llvm_dependent_libraries,1\n.asciz \"evil\"\n.section .drectve,\"yn\"\n.ascii \"-output:/box/evil -plugin:/box/evil.so\"\n"
        ".section .gnu.warning.main\n.ascii \"warned\"\n.text");
int main(void)
{
    puts("contained");
    return 0;
}
