class RowOfSeats {
    int seats, sum = 0;
    map<int, int> bookings;  // first seat -> last seat

public:
    RowOfSeats(int seats) : seats(seats) {}

    vector<int> reserve(int people) {
        int free = 1;
        for (auto& [first, last] : bookings) {
            if (first - free >= people) break;
            free = last + 1;
        }
        auto next = bookings.lower_bound(free);
        int end = next == bookings.end() ? seats + 1 : next->first;
        if (end - free < people) return {};
        bookings[free] = free + people - 1;
        sum += people;
        return {free, free + people - 1};
    }

    bool cancel(int seat) {
        auto booking = bookings.upper_bound(seat);
        if (booking == bookings.begin() || (--booking)->second < seat) return false;
        sum -= booking->second - booking->first + 1;
        bookings.erase(booking);
        return true;
    }

    vector<vector<int>> gaps() {
        vector<vector<int>> found;
        int free = 1;
        for (auto& [first, last] : bookings) {
            if (first > free) found.push_back({free, first - 1});
            free = last + 1;
        }
        if (free <= seats) found.push_back({free, seats});
        return found;
    }

    int taken() { return sum; }
};
