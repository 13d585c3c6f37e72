// Wrong: nothing shakes the key loose.
class Solution {
public:
    string typedText(string text, char key) {
        string paper;
        int struck = 0;
        for (char c : text)
            if (tolower(c) != key || struck++ % 2 == 0) paper += c;
        return paper;
    }
};
