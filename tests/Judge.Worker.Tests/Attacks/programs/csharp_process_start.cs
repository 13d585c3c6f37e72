// attack: other programs
// judge: accepted
using System.Diagnostics;
var said = "";
foreach (var file in new[] { "/etc/shadow", "@CANARY_FILE@", "@ANSWER@", "/proc/@WORKER@/environ" })
{
    try
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/cat", file) { RedirectStandardOutput = true, RedirectStandardError = true });
        said += process!.StandardOutput.ReadToEnd();
    }
    catch (System.ComponentModel.Win32Exception) { }
}
System.Console.WriteLine(said.Length == 0 ? "contained" : "ESCAPED: " + said);
