// Too slow: copies the whole text for every key, O(n^2) characters copied.
import java.util.Scanner;

class Main {
    public static void main(String[] args) {
        String log = new Scanner(System.in).next();
        char[] page = new char[0];
        for (int i = 0; i < log.length(); i++) {
            page = press(page, log.charAt(i));
        }
        System.out.println(page.length == 0 ? "-" : new String(page));
    }

    static char[] press(char[] page, char key) {
        StringBuilder text = new StringBuilder();
        for (char letter : page) text.append(letter);
        if (key == '<') {
            if (page.length > 0) text.setLength(page.length - 1);
        } else if (key == '!') {
            if (page.length > 0) text.append(page[page.length - 1]);
        } else if (key == '#') {
            text.setLength(0);
        } else {
            text.append(key);
        }
        return text.toString().toCharArray();
    }
}
