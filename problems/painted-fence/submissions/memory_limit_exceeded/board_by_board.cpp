class PaintedFence {
    vector<int> fence;

public:
    PaintedFence(int boards) : fence(boards) {}

    void paint(int first, int last, int colour) { fill(fence.begin() + first, fence.begin() + last + 1, colour); }

    int colourOf(int board) { return fence[board]; }

    int count(int colour) { return ranges::count(fence, colour); }

    long long brightness() { return accumulate(fence.begin(), fence.end(), 0LL); }
};
