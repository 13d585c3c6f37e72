// Remembers whether the key is down.
class Solution {
public:
    string typedText(string text, char key) {
        string paper;
        bool down = false;
        for (char c : text) {
            if (c == ' ' || c == '.') down = false;
            if (tolower(c) == key) {
                down = !down;
                if (!down) continue;
            }
            paper += c;
        }
        return paper;
    }
};
