class RollingThermometer {
    using Reading = pair<int, double>;
    int span;
    deque<Reading> all, low, high;
    double sum = 0;

    void forget(int time) {
        for (; !all.empty() && all.front().first <= time - span; all.pop_front()) sum -= all.front().second;
        while (!low.empty() && low.front().first <= time - span) low.pop_front();
        while (!high.empty() && high.front().first <= time - span) high.pop_front();
    }

public:
    RollingThermometer(int span) : span(span) {}

    void record(int time, double temperature) {
        all.emplace_back(time, temperature);
        sum += temperature;
        while (!low.empty() && low.back().second >= temperature) low.pop_back();
        low.emplace_back(time, temperature);
        while (!high.empty() && high.back().second <= temperature) high.pop_back();
        high.emplace_back(time, temperature);
    }

    double average(int time) {
        forget(time);
        return all.empty() ? 0 : sum / all.size();
    }

    vector<double> extremes(int time) {
        forget(time);
        if (all.empty()) return {};
        return {low.front().second, high.front().second};
    }

    int size(int time) {
        forget(time);
        return all.size();
    }
};
