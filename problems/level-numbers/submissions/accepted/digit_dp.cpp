// From left to right: below the bound already (by the rest of the sum), or still equal to it.
class Solution {
public:
    long long countLevel(long long low, long long high) { return upTo(high) - upTo(low - 1); }

private:
    static long long upTo(long long n) {
        if (n == 0) return 0;
        string most = to_string(n);
        long long count = ofLength(most);
        for (size_t length = 1; length < most.size(); length++) count += ofLength(string(length, '9'));
        return count;
    }

    static long long ofLength(const string& most) {
        int towers = most.size(), tight = 0;
        vector<long long> free(towers);
        for (int i = 0; i < towers; i++) {
            vector<long long> after(towers);
            for (int rest = 0; rest < towers; rest++)
                for (int d = 0; d < 10; d++) after[(rest + d) % towers] += free[rest];
            for (int d = i == 0; d < most[i] - '0'; d++) after[(tight + d) % towers]++;
            tight += most[i] - '0';
            free = after;
        }
        return free[0] + (tight % towers == 0);
    }
};
