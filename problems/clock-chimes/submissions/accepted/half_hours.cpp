// Looks at the half hours of two days.
class Solution {
public:
    int countStrokes(string arrival, string departure) {
        int first = minutes(arrival), last = minutes(departure), heard = 0;
        if (last < first) last += 1440;
        for (int t = 0; t <= last; t += 30) {
            int of_day = t % 1440;
            if (t < first || of_day < 360 || of_day > 1320) continue;
            int hour = of_day / 60 % 12;
            heard += of_day % 60 ? 1 : hour ? hour : 12;
        }
        return heard;
    }

private:
    static int minutes(const string& clock) { return stoi(clock.substr(0, 2)) * 60 + stoi(clock.substr(3)); }
};
