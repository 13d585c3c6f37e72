// attack: other programs, by Runtime and by ProcessBuilder
// judge: accepted
import java.io.*;
import java.util.concurrent.TimeUnit;
class Main {
    public static void main(String[] args) throws Exception {
        String said = "";
        for (String file : new String[] { "/etc/shadow", "@CANARY_FILE@", "/proc/@WORKER@/environ" }) {
            try {
                Process p = Runtime.getRuntime().exec(new String[] { "/bin/cat", file });
                said += new String(p.getInputStream().readAllBytes());
            } catch (IOException refused) { }
        }
        try {
            new ProcessBuilder("/bin/sh", "-c", "setsid sleep 77 &").start().waitFor(2, TimeUnit.SECONDS);
        } catch (IOException refused) { }
        System.out.println(said.isEmpty() ? "contained" : "ESCAPED: " + said);
    }
}
