// Crashes: checked 32-bit conversions throw OverflowException.
using System;

class Program
{
    static void Main()
    {
        string[] parts = Console.ReadLine().Split(' ');
        int sum = checked((int)(long.Parse(parts[0]) + long.Parse(parts[1])));
        Console.WriteLine(sum);
    }
}
