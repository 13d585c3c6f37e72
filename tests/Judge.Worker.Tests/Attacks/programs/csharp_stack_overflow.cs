// attack: recursion without end, which no handler catches
// judge: runtimeError memoryLimitExceeded
static int Deeper(int x) => Deeper(x + 1) + x;
System.Console.WriteLine(Deeper(0));
