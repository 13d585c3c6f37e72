// With positions 1..n a card goes from p to 2p modulo n + 1; after k times it is at p * 2^k.
class Solution {
public:
    void riffle(vector<int>& deck, int times) {
        long long m = deck.size() + 1, power = 1, base = 2;
        for (; times > 0; times >>= 1, base = base * base % m)
            if (times & 1) power = power * base % m;
        vector<int> before = deck;
        for (long long p = 1; p < m; p++) deck[p * power % m - 1] = before[p - 1];
    }
};
