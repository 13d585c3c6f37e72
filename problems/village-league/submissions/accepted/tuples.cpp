class Solution {
public:
    vector<vector<string>> table(vector<vector<string>>& matches) {
        struct Record {
            int played = 0, points = 0, scored = 0, against = 0;
        };
        map<string, Record> teams;
        auto add = [&](const string& team, int scored, int against) {
            auto& record = teams[team];
            record.played++;
            record.points += scored > against ? 3 : scored == against;
            record.scored += scored;
            record.against += against;
        };
        for (auto& match : matches) {
            int colon = match[2].find(':');
            int home = stoi(match[2].substr(0, colon)), guest = stoi(match[2].substr(colon + 1));
            add(match[0], home, guest);
            add(match[1], guest, home);
        }
        vector<tuple<int, int, int, string>> order;
        for (auto& [team, r] : teams) order.push_back({-r.points, r.against - r.scored, -r.scored, team});
        sort(order.begin(), order.end());
        vector<vector<string>> rows;
        for (auto& [points, difference, scored, team] : order) {
            auto& r = teams[team];
            rows.push_back({team, to_string(r.played), to_string(r.points), to_string(r.scored) + ":" + to_string(r.against)});
        }
        return rows;
    }
};
