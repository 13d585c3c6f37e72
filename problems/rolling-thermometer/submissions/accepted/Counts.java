import java.util.ArrayDeque;
import java.util.TreeMap;

class RollingThermometer {
    private final int span;
    private final ArrayDeque<Integer> times = new ArrayDeque<>();
    private final ArrayDeque<Double> temperatures = new ArrayDeque<>();
    private final TreeMap<Double, Integer> counts = new TreeMap<>();
    private double sum;

    public RollingThermometer(int span) {
        this.span = span;
    }

    public void record(int time, double temperature) {
        times.add(time);
        temperatures.add(temperature);
        counts.merge(temperature, 1, Integer::sum);
        sum += temperature;
    }

    public double average(int time) {
        int size = size(time);
        return size == 0 ? 0 : sum / size;
    }

    public double[] extremes(int time) {
        return size(time) == 0 ? new double[0] : new double[] {counts.firstKey(), counts.lastKey()};
    }

    public int size(int time) {
        while (!times.isEmpty() && times.peek() <= time - span) {
            times.poll();
            double temperature = temperatures.poll();
            counts.merge(temperature, -1, (a, b) -> a + b == 0 ? null : a + b);
            sum -= temperature;
        }
        return times.size();
    }
}
