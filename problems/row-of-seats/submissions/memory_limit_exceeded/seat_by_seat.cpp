class RowOfSeats {
    vector<int> row;
    int number = 0;

public:
    RowOfSeats(int seats) : row(seats) {}

    vector<int> reserve(int people) {
        for (int seat = 0, free = 0; seat < (int)row.size(); seat++) {
            free = row[seat] ? 0 : free + 1;
            if (free < people) continue;
            fill(row.begin() + seat + 1 - people, row.begin() + seat + 1, ++number);
            return {seat + 2 - people, seat + 1};
        }
        return {};
    }

    bool cancel(int seat) {
        int booking = row[seat - 1];
        if (!booking) return false;
        ranges::replace(row, booking, 0);
        return true;
    }

    vector<vector<int>> gaps() {
        vector<vector<int>> found;
        for (int seat = 1; seat <= (int)row.size(); seat++) {
            if (row[seat - 1]) continue;
            if (!found.empty() && found.back()[1] == seat - 1) found.back()[1] = seat;
            else found.push_back({seat, seat});
        }
        return found;
    }

    int taken() { return row.size() - ranges::count(row, 0); }
};
