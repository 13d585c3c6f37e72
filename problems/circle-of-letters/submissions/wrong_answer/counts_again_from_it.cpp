// Wrong: after losing a life a child is 1 itself.
class Solution {
public:
    char lastLetter(string letters, int count) {
        size_t at = 0;
        while (letters.size() > 1) {
            at = (at + count - 1) % letters.size();
            if (isupper(letters[at])) letters[at] = tolower(letters[at]);
            else letters.erase(at, 1);
        }
        return letters[0];
    }
};
