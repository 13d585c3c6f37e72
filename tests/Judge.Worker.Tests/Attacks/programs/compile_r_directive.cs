// attack: directives that read other files, of scripts and of single-file programs
// stage: compile
// judge: compileError
#!/usr/bin/env dotnet
#:package Evil@1.0.0
#r "/box/evil.dll"
#load "/etc/passwd"
System.Console.WriteLine("contained");
