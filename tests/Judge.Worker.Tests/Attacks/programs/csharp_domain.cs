// attack: assemblies and settings of the judge, by the application domain and its environment
// judge: accepted
using System;
using System.IO;
using System.Linq;
var found = AppDomain.CurrentDomain.GetAssemblies().Select(a => a.GetName().Name!).Where(n => n.StartsWith("Judge", StringComparison.Ordinal) || n.Contains("RabbitMQ")).ToList();
foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
{
    if (variable.Key!.ToString()!.Contains("SECRET") || variable.Key.ToString()!.StartsWith("Worker__")) found.Add(variable.Key.ToString()!);
}
foreach (var path in new[] { "@BASE@", "@REPO@", "@CANARY_FILE@", "/root" }) if (Path.Exists(path)) found.Add(path);
try { File.WriteAllText("/box/main.dll", "evil"); found.Add("wrote main.dll"); } catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
try { File.WriteAllText("/box/main.runtimeconfig.json", "{}"); found.Add("wrote the configuration"); } catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
Console.WriteLine(found.Count == 0 ? "contained" : "ESCAPED: " + string.Join(' ', found));
