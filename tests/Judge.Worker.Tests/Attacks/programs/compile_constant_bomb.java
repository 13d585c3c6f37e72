// attack: constants that double thirty times, which javac folds by itself
// stage: compile
// judge: compileError
class Main {
    static final String A = "0123456789abcdef0123456789abcdef", B = A + A + A + A, C = B + B + B + B, D = C + C + C + C, E = D + D + D + D;
    static final String F = E + E + E + E, G = F + F + F + F, H = G + G + G + G, I = H + H + H + H, J = I + I + I + I, K = J + J + J + J;
    static final String L = K + K + K + K, M = L + L + L + L, N = M + M + M + M, O = N + N + N + N;
    public static void main(String[] args) { System.out.println(O.length()); }
}
