// attack: has csc read a file of the host as its signing key, and say what is wrong with it
// stage: compile
// judge: compileError
[assembly: System.Reflection.AssemblyKeyFile("@CANARY_FILE@")]
[assembly: System.Reflection.AssemblyKeyName("evil")]
System.Console.WriteLine("contained");
