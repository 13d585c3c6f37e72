// attack: an end without handlers, with a dump asked for
// judge: runtimeError
System.Environment.SetEnvironmentVariable("DOTNET_DbgEnableMiniDump", "1");
System.Environment.FailFast("evil");
