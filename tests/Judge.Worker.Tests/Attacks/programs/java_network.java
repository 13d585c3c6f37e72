// attack: the host's services, by Java's own network code
// judge: accepted
import java.net.*;
class Main {
    public static void main(String[] args) {
        for (int port : new int[] { @TCP4@, @TCP6@ }) {
            for (String host : new String[] { "127.0.0.1", "::1" }) {
                try (Socket s = new Socket()) {
                    s.connect(new InetSocketAddress(host, port), 300);
                    System.out.println("ESCAPED: connected to " + host);
                    return;
                } catch (Exception refused) { }
            }
        }
        System.out.println("contained");
    }
}
