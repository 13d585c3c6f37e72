import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class RowOfSeats {
    private final TreeMap<Integer, Integer> free = new TreeMap<>(), booked = new TreeMap<>();
    private int sum;

    public RowOfSeats(int seats) {
        free.put(1, seats);
    }

    public int[] reserve(int people) {
        for (Map.Entry<Integer, Integer> gap : free.entrySet()) {
            int first = gap.getKey(), last = gap.getValue();
            if (last - first + 1 >= people) {
                free.remove(first);
                if (last - first + 1 > people) {
                    free.put(first + people, last);
                }
                booked.put(first, first + people - 1);
                sum += people;
                return new int[] {first, first + people - 1};
            }
        }
        return new int[0];
    }

    public boolean cancel(int seat) {
        Map.Entry<Integer, Integer> booking = booked.floorEntry(seat);
        if (booking == null || booking.getValue() < seat) {
            return false;
        }
        int first = booking.getKey(), last = booking.getValue();
        booked.remove(first);
        sum -= last - first + 1;
        Map.Entry<Integer, Integer> before = free.lowerEntry(first);
        if (before != null && before.getValue() == first - 1) {
            first = before.getKey();
        }
        Integer after = free.remove(last + 1);
        free.put(first, after == null ? last : after);
        return true;
    }

    public List<List<Integer>> gaps() {
        List<List<Integer>> found = new ArrayList<>();
        free.forEach((first, last) -> found.add(List.of(first, last)));
        return found;
    }

    public int taken() {
        return sum;
    }
}
