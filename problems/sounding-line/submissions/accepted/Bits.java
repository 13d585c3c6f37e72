import java.util.Scanner;

class Main {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        int n = in.nextInt(), below = 0;
        for (int bit = 1 << 29; bit > 0; bit >>= 1) {
            // The depth is above below; may it be above below + bit, too?
            if (below + bit >= n || below + bit < 0) continue;
            System.out.println("? " + (below + bit));
            String answer = in.next();
            if (answer.equals("touches")) {
                System.out.println("! " + (below + bit));
                return;
            }
            if (answer.equals("deeper")) below += bit;
        }
        System.out.println("! " + (below + 1));
    }
}
