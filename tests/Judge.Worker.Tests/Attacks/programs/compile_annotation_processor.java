// attack: code that javac is to run: an annotation processor that is its own source
// stage: compile
// judge: accepted
import java.io.File;
import java.util.Set;

@interface Evil { }

@Evil
public class Main {
    public static void main(String[] args) {
        System.out.println(new File("/box/evil").exists() || new File("/tmp/evil").exists() ? "ESCAPED: the processor was run" : "contained");
    }
}

class Processor {
    static {
        try {
            new File("/box/evil").createNewFile();
            new File("/tmp/evil").createNewFile();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
