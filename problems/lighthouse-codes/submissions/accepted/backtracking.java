// Puts the flashes one after the other, each at least two seconds after the one before.
import java.util.*;

class Solution {
    private final List<String> found = new ArrayList<>();

    public List<String> codes(int length, int flashes) {
        char[] code = new char[length];
        Arrays.fill(code, '-');
        put(code, 0, flashes);
        return found;
    }

    private void put(char[] code, int from, int left) {
        if (left == 0) {
            if (code[0] == '-' || code[code.length - 1] == '-') found.add(new String(code));
            return;
        }
        for (int i = from; i < code.length; i++) {
            code[i] = '*';
            put(code, i + 2, left - 1);
            code[i] = '-';
        }
    }
}
