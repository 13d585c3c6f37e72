// attack: has the compiler tell where on the host it runs
// stage: compile
// judge: accepted
#include <stdio.h>
#include <string.h>
int main(void)
{
    puts(strcmp(__FILE__, "main.c") || strcmp(__BASE_FILE__, "main.c") ? "ESCAPED: " __FILE__ " " __BASE_FILE__ : "contained");
    return 0;
}
