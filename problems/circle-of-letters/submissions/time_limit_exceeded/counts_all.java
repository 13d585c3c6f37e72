// Too slow: counts up to count, child by child.
import java.util.*;

class Solution {
    public char lastLetter(String letters, int count) {
        Deque<Character> circle = new ArrayDeque<>();
        for (char c : letters.toCharArray()) circle.addLast(c);
        while (circle.size() > 1) {
            for (int i = 1; i < count; i++) circle.addLast(circle.pollFirst());
            char hit = circle.pollFirst();
            if (Character.isUpperCase(hit)) circle.addLast(Character.toLowerCase(hit));
        }
        return circle.peekFirst();
    }
}
