class TopOfThePops {
    set<pair<int, string>> charts;
    unordered_map<string, int> plays;

public:
    TopOfThePops(vector<string>& songs) {
        for (auto& song : songs) {
            plays[song] = 0;
            charts.insert({0, song});
        }
    }

    void play(string song) {
        charts.erase({-plays[song], song});
        charts.insert({-++plays[song], song});
    }

    bool withdraw(string song) {
        auto there = plays.find(song);
        if (there == plays.end()) return false;
        charts.erase({-there->second, song});
        plays.erase(there);
        return true;
    }

    vector<string> top(int count) {
        vector<string> first;
        for (auto& [_, song] : charts) {
            if ((int)first.size() == count) break;
            first.push_back(song);
        }
        return first;
    }

    int rankOf(string song) {
        auto there = plays.find(song);
        if (there == plays.end()) return -1;
        return distance(charts.begin(), charts.find({-there->second, song})) + 1;
    }
};
