// Both sorted; the nearest fire never moves back.
import java.util.*;

class Solution {
    public double coldest(double[] fires, double[] tents) {
        Arrays.sort(fires);
        Arrays.sort(tents);
        double worst = 0;
        int i = 0;
        for (double tent : tents) {
            while (i + 1 < fires.length && Math.abs(fires[i + 1] - tent) <= Math.abs(fires[i] - tent)) i++;
            worst = Math.max(worst, Math.abs(fires[i] - tent));
        }
        return worst;
    }
}
