import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

class TopOfThePops {
    private final Map<String, Integer> plays = new HashMap<>();
    private final TreeSet<String> charts =
            new TreeSet<>(Comparator.comparing((String song) -> -plays.get(song)).thenComparing(Comparator.naturalOrder()));

    public TopOfThePops(String[] songs) {
        for (String song : songs) {
            plays.put(song, 0);
            charts.add(song);
        }
    }

    public void play(String song) {
        if (plays.containsKey(song)) {
            charts.remove(song);
        }
        plays.merge(song, 1, Integer::sum);
        charts.add(song);
    }

    public boolean withdraw(String song) {
        if (!plays.containsKey(song)) {
            return false;
        }
        charts.remove(song);
        plays.remove(song);
        return true;
    }

    public List<String> top(int count) {
        List<String> first = new ArrayList<>();
        for (String song : charts) {
            if (first.size() == count) {
                break;
            }
            first.add(song);
        }
        return first;
    }

    public int rankOf(String song) {
        return plays.containsKey(song) ? charts.headSet(song).size() + 1 : -1;
    }
}
