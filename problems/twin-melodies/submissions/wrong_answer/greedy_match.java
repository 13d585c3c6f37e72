// Wrong: matches every note with its next occurrence greedily.
import java.util.Scanner;

class Main {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        String a = in.next(), b = in.next();
        int at = 0, matched = 0;
        for (char note : a.toCharArray()) {
            int found = b.indexOf(note, at);
            if (found >= 0) {
                matched++;
                at = found + 1;
            }
        }
        System.out.println(matched);
    }
}
