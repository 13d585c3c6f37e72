// Too slow: shuffles as often as he does, O(n * times).
class Solution {
public:
    void riffle(vector<int>& deck, int times) {
        int half = deck.size() / 2;
        vector<int> before(deck.size());
        while (times-- > 0) {
            before = deck;
            for (int i = 0; i < half; i++) {
                deck[2 * i] = before[half + i];
                deck[2 * i + 1] = before[i];
            }
        }
    }
};
