var what = System.Console.ReadLine();
if (what == "exit") return 3;
if (what == "crash") throw new System.InvalidOperationException("crashed");
while (what == "loop") ;
var kept = new System.Collections.Generic.List<byte[]>();
while (true) { var fresh = new byte[1 << 20]; System.Array.Fill(fresh, (byte)1); kept.Add(fresh); }
