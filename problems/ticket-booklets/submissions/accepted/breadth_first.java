// Breadth-first search over the totals: one more booklet per step.
import java.util.*;

class Main {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        int k = in.nextInt(), t = in.nextInt();
        int[] sizes = new int[k];
        for (int i = 0; i < k; i++) sizes[i] = in.nextInt();
        int[] steps = new int[t + 1];
        Arrays.fill(steps, -1);
        steps[0] = 0;
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        queue.add(0);
        while (!queue.isEmpty()) {
            int x = queue.poll();
            for (int s : sizes) {
                if (x + s <= t && steps[x + s] < 0) {
                    steps[x + s] = steps[x] + 1;
                    queue.add(x + s);
                }
            }
        }
        System.out.println(steps[t] < 0 ? "impossible" : String.valueOf(steps[t]));
    }
}
