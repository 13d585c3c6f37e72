// attack: nested lambdas whose overloads csc resolves in exponential time
// stage: compile
// judge: compileError
using System;
class Program
{
    static void F(Func<A, int> f) { }
    static void F(Func<B, int> f) { }
    static int G(Func<A, int> f) => 0;
    static int G(Func<B, int> f) => 0;
    class A { public int X; }
    class B { public int Y; }
    static void Main() =>
        F(a => G(b => G(c => G(d => G(e => G(f => G(g => G(h => G(i => G(j => G(k => G(l => G(m => a.X + b.Y + c.X + d.Y + e.X + f.Y + g.X + h.Y + i.X + j.Y + k.X + l.Y + m.X + m.Z)))))))))))));
}
