// attack: asks the preprocessor which of the host's files exist, and answers with what it found
// stage: compile
// judge: accepted
#include <stdio.h>
int main(void)
{
#if __has_include("/etc/shadow") || __has_include("@ANSWER@") || __has_include("@CANARY_FILE@") || __has_include("/root/.bashrc") || __has_include("/proc/@WORKER@/environ")
    puts("ESCAPED: the compiler sees the host's files");
#else
    puts("contained");
#endif
    return 0;
}
