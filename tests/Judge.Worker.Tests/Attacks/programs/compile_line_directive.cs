// attack: makes the compiler speak of, and write beside, other files
// stage: compile
// judge: accepted
#line 1 "/etc/shadow"
#pragma checksum "/etc/shadow" "{406EA660-64CF-4C82-B6F0-42D48172A799}" "ab007f1d23d9"
#warning this is said to be in another file
using System.Runtime.CompilerServices;
static string Where([CallerFilePath] string path = "") => path;
System.Console.WriteLine(Where() == "/etc/shadow" ? "contained" : "ESCAPED: " + Where());
