// Does not compile: a long does not fit in an int without a cast.
import java.util.Scanner;

class Main {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        int sum = in.nextLong() + in.nextLong();
        System.out.println(sum);
    }
}
