// Too slow: looks at each number.
class Solution {
public:
    long long countLevel(long long low, long long high) {
        long long count = 0;
        for (long long x = low; x <= high; x++) {
            int sum = 0, digits = 0;
            for (long long y = x; y > 0; y /= 10) {
                sum += y % 10;
                digits++;
            }
            count += sum % digits == 0;
        }
        return count;
    }
};
