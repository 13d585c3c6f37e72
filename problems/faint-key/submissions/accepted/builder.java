// Counts how often the key was struck since the last shake.
class Solution {
    public String typedText(String text, char key) {
        StringBuilder paper = new StringBuilder();
        int struck = 0;
        for (char c : text.toCharArray()) {
            if (c == ' ' || c == '.') struck = 0;
            if (Character.toLowerCase(c) != key || struck++ % 2 == 0) paper.append(c);
        }
        return paper.toString();
    }
}
