// A queue, turned by no more than its length.
import java.util.*;

class Solution {
    public char lastLetter(String letters, int count) {
        Deque<Character> circle = new ArrayDeque<>();
        for (char c : letters.toCharArray()) circle.addLast(c);
        while (circle.size() > 1) {
            int turn = (count - 1) % circle.size();
            for (int i = 0; i < turn; i++) circle.addLast(circle.pollFirst());
            char hit = circle.pollFirst();
            if (Character.isUpperCase(hit)) circle.addLast(Character.toLowerCase(hit));
        }
        return circle.peekFirst();
    }
}
