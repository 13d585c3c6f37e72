// attack: memory that is not its own, by pointers
// judge: runtimeError
unsafe
{
    *(long*)0x10000000 = 1;
    System.Console.WriteLine("ESCAPED: wrote to an address of somebody else");
}
