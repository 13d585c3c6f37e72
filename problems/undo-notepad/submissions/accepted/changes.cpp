class UndoNotepad {
    struct Change {
        bool written;
        string text;
    };
    string text;
    vector<Change> done, undone;

    void apply(const Change& change, bool forwards) {
        if (change.written == forwards) text += change.text;
        else text.resize(text.size() - change.text.size());
    }

public:
    UndoNotepad() {}

    void write(string added) {
        done.push_back({true, added});
        undone.clear();
        apply(done.back(), true);
    }

    void erase(int count) {
        int left = max(0, (int)text.size() - count);
        done.push_back({false, text.substr(left)});
        undone.clear();
        apply(done.back(), true);
    }

    bool undo() {
        if (done.empty()) return false;
        apply(done.back(), false);
        undone.push_back(move(done.back()));
        done.pop_back();
        return true;
    }

    bool redo() {
        if (undone.empty()) return false;
        apply(undone.back(), true);
        done.push_back(move(undone.back()));
        undone.pop_back();
        return true;
    }

    string tail(int count) { return text.substr(max(0, (int)text.size() - count)); }
};
