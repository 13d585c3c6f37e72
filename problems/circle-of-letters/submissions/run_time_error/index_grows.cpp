// Crashes: the index may be one past the end after a life was lost, and at() refuses it.
class Solution {
public:
    char lastLetter(string letters, int count) {
        size_t at = (count - 1) % letters.size();
        while (letters.size() > 1) {
            if (isupper(letters.at(at))) {
                letters[at] = tolower(letters[at]);
                at = at + 1 + (count - 1) % letters.size();
            } else {
                letters.erase(at, 1);
                at = (at + count - 1) % letters.size();
            }
        }
        return letters[0];
    }
};
