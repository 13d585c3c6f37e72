// Crashes: Integer.parseInt throws NumberFormatException beyond 32 bits.
import java.util.Scanner;

class Main {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        long a = Integer.parseInt(in.next());
        long b = Integer.parseInt(in.next());
        System.out.println(a + b);
    }
}
