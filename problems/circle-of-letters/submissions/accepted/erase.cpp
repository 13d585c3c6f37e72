// The index of who is hit, modulo those who are left.
class Solution {
public:
    char lastLetter(string letters, int count) {
        size_t at = 0;
        while (letters.size() > 1) {
            at = (at + count - 1) % letters.size();
            if (isupper(letters[at])) {
                letters[at] = tolower(letters[at]);
                at++;
            } else {
                letters.erase(at, 1);
            }
        }
        return letters[0];
    }
};
