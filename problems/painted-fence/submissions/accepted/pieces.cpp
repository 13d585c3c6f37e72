class PaintedFence {
    map<int, int> pieces;  // where a piece begins -> its colour
    unordered_map<int, int> boardsOf;
    long long sum = 0;

    map<int, int>::iterator cut(int at) {
        auto next = pieces.lower_bound(at);
        if (next != pieces.end() && next->first == at) return next;
        return pieces.emplace_hint(next, at, prev(next)->second);
    }

    void add(int colour, int boards) {
        boardsOf[colour] += boards;
        sum += (long long)colour * boards;
    }

public:
    PaintedFence(int boards) : pieces{{0, 0}, {boards, -1}}, boardsOf{{0, boards}} {}

    void paint(int first, int last, int colour) {
        auto begin = cut(first), end = cut(last + 1);
        for (auto piece = begin; piece != end; ++piece) add(piece->second, piece->first - next(piece)->first);
        pieces.erase(begin, end);
        pieces[first] = colour;
        add(colour, last + 1 - first);
    }

    int colourOf(int board) { return prev(pieces.upper_bound(board))->second; }

    int count(int colour) {
        auto there = boardsOf.find(colour);
        return there == boardsOf.end() ? 0 : there->second;
    }

    long long brightness() { return sum; }
};
