// attack: has the compiler tell where on the host it runs
// stage: compile
// judge: accepted
#include <stdio.h>
#include <string.h>
int main(void)
{
    puts(strstr(__FILE__, "judge-boxes") || strstr(__FILE__, "@REPO@") || strstr(__BASE_FILE__, "/tmp") ? "ESCAPED: " __FILE__ : "contained");
    return 0;
}
