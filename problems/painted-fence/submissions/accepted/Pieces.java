import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

class PaintedFence {
    private final TreeMap<Integer, Integer> pieces = new TreeMap<>();
    private final Map<Integer, Integer> boardsOf = new HashMap<>();
    private long sum;

    public PaintedFence(int boards) {
        pieces.put(0, 0);
        pieces.put(boards, 0);
        boardsOf.put(0, boards);
    }

    public void paint(int first, int last, int colour) {
        pieces.putIfAbsent(first, pieces.floorEntry(first).getValue());
        pieces.putIfAbsent(last + 1, pieces.floorEntry(last + 1).getValue());
        NavigableMap<Integer, Integer> over = pieces.subMap(first, true, last, true);
        int end = last + 1;
        for (Map.Entry<Integer, Integer> piece : over.descendingMap().entrySet()) {
            add(piece.getValue(), piece.getKey() - end);
            end = piece.getKey();
        }
        over.clear();
        pieces.put(first, colour);
        add(colour, last + 1 - first);
    }

    public int colourOf(int board) {
        return pieces.floorEntry(board).getValue();
    }

    public int count(int colour) {
        return boardsOf.getOrDefault(colour, 0);
    }

    public long brightness() {
        return sum;
    }

    private void add(int colour, int boards) {
        boardsOf.merge(colour, boards, Integer::sum);
        sum += (long) colour * boards;
    }
}
