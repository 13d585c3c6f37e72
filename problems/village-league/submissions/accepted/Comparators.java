import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class Solution {
    private static class Record {
        String team;
        int played, points, scored, against;

        void add(int goals, int theirs) {
            played++;
            points += goals > theirs ? 3 : goals == theirs ? 1 : 0;
            scored += goals;
            against += theirs;
        }

        int difference() {
            return scored - against;
        }
    }

    private final Map<String, Record> teams = new HashMap<>();

    public List<List<String>> table(String[][] matches) {
        for (String[] match : matches) {
            String[] goals = match[2].split(":");
            int home = Integer.parseInt(goals[0]), guest = Integer.parseInt(goals[1]);
            record(match[0]).add(home, guest);
            record(match[1]).add(guest, home);
        }
        List<Record> order = new ArrayList<>(teams.values());
        order.sort(Comparator.comparingInt((Record r) -> -r.points).thenComparingInt(r -> -r.difference())
                .thenComparingInt(r -> -r.scored).thenComparing(r -> r.team));
        List<List<String>> rows = new ArrayList<>();
        for (Record r : order) {
            rows.add(List.of(r.team, "" + r.played, "" + r.points, r.scored + ":" + r.against));
        }
        return rows;
    }

    private Record record(String team) {
        Record record = teams.computeIfAbsent(team, key -> new Record());
        record.team = team;
        return record;
    }
}
