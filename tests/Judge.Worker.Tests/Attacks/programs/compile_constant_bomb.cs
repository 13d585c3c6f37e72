// attack: constants that double thirty times, which csc folds by itself
// stage: compile
// judge: compileError
class Program
{
    const string A = "0123456789abcdef0123456789abcdef", B = A + A + A + A, C = B + B + B + B, D = C + C + C + C, E = D + D + D + D;
    const string F = E + E + E + E, G = F + F + F + F, H = G + G + G + G, I = H + H + H + H, J = I + I + I + I, K = J + J + J + J;
    const string L = K + K + K + K, M = L + L + L + L, N = M + M + M + M, O = N + N + N + N;
    static void Main() => System.Console.WriteLine(O.Length);
}
