// All numbers of that many bits, with as many ones as flashes; turned by one place they have no one in common.
class Solution {
public:
    vector<string> codes(int length, int flashes) {
        vector<string> found;
        for (int bits = 0; bits < 1 << length; bits++) {
            int turned = bits >> 1 | (bits & 1) << (length - 1);
            if (popcount((unsigned)bits) != flashes || (bits & turned)) continue;
            string code;
            for (int i = 0; i < length; i++) code += bits >> i & 1 ? '*' : '-';
            found.push_back(code);
        }
        return found;
    }
};
