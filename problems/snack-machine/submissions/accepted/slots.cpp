class SnackMachine {
    struct Slot {
        string snack;
        int price = 0, count = 0;
    };
    vector<Slot> slots;
    int credit = 0, sum = 0;

public:
    SnackMachine(int slots) : slots(slots) {}

    void fill(int slot, string snack, int price, int count) {
        auto& s = slots[slot];
        if (s.snack != snack) s = {snack, 0, 0};
        s.price = price;
        s.count += count;
    }

    void insert(int coin) { credit += coin; }

    string press(int slot) {
        auto& s = slots[slot];
        if (s.count == 0) return "empty";
        if (credit < s.price) return "more";
        s.count--;
        credit -= s.price;
        sum += s.price;
        return s.snack;
    }

    bool isEmpty(int slot) { return slots[slot].count == 0; }

    int giveBack() { return exchange(credit, 0); }

    int earned() { return sum; }
};
