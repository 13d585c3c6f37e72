// A StringBuilder whose Length is shortened on deletes.
using System;
using System.IO;
using System.Text;

class Program
{
    static void Main()
    {
        var reader = new StreamReader(Console.OpenStandardInput());
        string log = reader.ReadToEnd().Trim();
        var page = new StringBuilder(log.Length + 1, log.Length + 1);
        foreach (char key in log)
        {
            if (key == '<') { if (page.Length > 0) page.Length--; }
            else if (key == '!') { if (page.Length > 0) page.Append(page[page.Length - 1]); }
            else if (key == '#') page.Length = 0;
            else page.Append(key);
        }
        Console.WriteLine(page.Length > 0 ? page.ToString() : "-");
    }
}
