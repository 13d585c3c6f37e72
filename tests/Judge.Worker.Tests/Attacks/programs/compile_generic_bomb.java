// attack: type inference that is exponential in the depth of nested lambdas
// stage: compile
// judge: compileError
import java.util.function.Function;
class Main {
    static <A, B> B f(Function<A, B> x) { return null; }
    static <A, B> B f(java.util.function.BiFunction<A, A, B> x) { return null; }
    static Object o = f(a -> f(b -> f(c -> f(d -> f(e -> f(g -> f(h -> f(i -> f(j -> f(k -> f(l -> f(m -> f(n -> f(p -> undeclared))))))))))))));
    public static void main(String[] args) { }
}
