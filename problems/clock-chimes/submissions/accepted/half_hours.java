// Looks at the half hours of two days.
class Solution {
    public int countStrokes(String arrival, String departure) {
        int first = minutes(arrival), last = minutes(departure);
        if (last < first) last += 24 * 60;
        int heard = 0;
        for (int t = (first + 29) / 30 * 30; t <= last; t += 30) {
            int ofDay = t % (24 * 60);
            if (ofDay < 6 * 60 || ofDay > 22 * 60) continue;
            heard += ofDay % 60 != 0 ? 1 : (ofDay / 60 + 11) % 12 + 1;
        }
        return heard;
    }

    private int minutes(String clock) {
        String[] parts = clock.split(":");
        return Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1]);
    }
}
