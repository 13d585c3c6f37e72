// attack: gives the compiler options from inside the source: a plugin, a wrapper, dumps into files of the host
// stage: compile
// judge: accepted compileError
#pragma GCC optimize ("plugin=/box/evil.so", "dump-tree-all=/box/evil", "O0")
#pragma GCC optimize ("-wrapper /bin/touch,/box/evil")
#pragma GCC target ("sse2")
#pragma GCC dependency "/etc/shadow"
#pragma GCC pch_preprocess "/etc/passwd"
#include <stdio.h>
#include <sys/stat.h>
__attribute__((optimize("dump-rtl-all=/box/evil", "profile-generate=/box", "lto"))) int main(void)
{
    struct stat status;
    puts(stat("/box/evil", &status) == 0 ? "ESCAPED: an option of the source wrote a file" : "contained");
    return 0;
}
