import java.util.ArrayDeque;
import java.util.Deque;

class UndoNotepad {
    private static class Change {
        final boolean written;
        final String text;

        Change(boolean written, String text) {
            this.written = written;
            this.text = text;
        }
    }

    private final StringBuilder text = new StringBuilder();
    private final Deque<Change> done = new ArrayDeque<>(), undone = new ArrayDeque<>();

    public UndoNotepad() {
    }

    public void write(String added) {
        change(new Change(true, added));
    }

    public void erase(int count) {
        change(new Change(false, tail(count)));
    }

    public boolean undo() {
        if (done.isEmpty()) {
            return false;
        }
        undone.push(done.peek());
        apply(done.pop(), false);
        return true;
    }

    public boolean redo() {
        if (undone.isEmpty()) {
            return false;
        }
        done.push(undone.peek());
        apply(undone.pop(), true);
        return true;
    }

    public String tail(int count) {
        return text.substring(Math.max(0, text.length() - count));
    }

    private void change(Change change) {
        apply(change, true);
        done.push(change);
        undone.clear();
    }

    private void apply(Change change, boolean forwards) {
        if (change.written == forwards) {
            text.append(change.text);
        } else {
            text.setLength(text.length() - change.text.length());
        }
    }
}
