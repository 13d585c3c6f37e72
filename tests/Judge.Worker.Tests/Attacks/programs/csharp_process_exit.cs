// attack: a handler of the process's end that never ends
// judge: timeLimitExceeded
System.AppDomain.CurrentDomain.ProcessExit += (_, _) => System.Threading.Thread.Sleep(-1);
System.Console.WriteLine("contained");
