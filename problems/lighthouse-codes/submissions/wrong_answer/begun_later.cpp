// Wrong: takes codes for the same when one is the other begun later.
class Solution {
public:
    vector<string> codes(int length, int flashes) {
        set<string> found;
        for (int bits = 0; bits < 1 << length; bits++) {
            int turned = bits >> 1 | (bits & 1) << (length - 1);
            if (popcount((unsigned)bits) != flashes || (bits & turned)) continue;
            string code, least;
            for (int i = 0; i < length; i++) code += bits >> i & 1 ? '*' : '-';
            least = code;
            for (int i = 0; i < length; i++) {
                rotate(code.begin(), code.begin() + 1, code.end());
                least = min(least, code);
            }
            found.insert(least);
        }
        return {found.begin(), found.end()};
    }
};
