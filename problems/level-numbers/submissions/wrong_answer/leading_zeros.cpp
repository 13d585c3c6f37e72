// Wrong: pads all numbers with zeros, and divides by the number of digits of the largest one.
class Solution {
public:
    long long countLevel(long long low, long long high) { return upTo(high) - upTo(low - 1); }

private:
    static long long upTo(long long n) {
        string most = to_string(n);
        int towers = most.size(), tight = 0;
        vector<long long> free(towers);
        for (int i = 0; i < towers; i++) {
            vector<long long> after(towers);
            for (int rest = 0; rest < towers; rest++)
                for (int d = 0; d < 10; d++) after[(rest + d) % towers] += free[rest];
            for (int d = 0; d < most[i] - '0'; d++) after[(tight + d) % towers]++;
            tight += most[i] - '0';
            free = after;
        }
        return free[0] + (tight % towers == 0) - 1;
    }
};
