// Wrong: the hour modulo 12 is 0 at noon.
class Solution {
public:
    int countStrokes(string arrival, string departure) {
        auto minutes = [](const string& clock) { return stoi(clock.substr(0, 2)) * 60 + stoi(clock.substr(3)); };
        int first = minutes(arrival), last = minutes(departure), heard = 0;
        if (last < first) last += 1440;
        for (int t = first; t <= last; t++) {
            int day = t % 1440;
            if (day < 360 || day > 1320 || day % 30) continue;
            heard += day % 60 ? 1 : day / 60 % 12;
        }
        return heard;
    }
};
