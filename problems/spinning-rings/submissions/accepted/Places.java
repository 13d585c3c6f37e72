import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class Solution {
    public void spin(int[][] lock, int[] turns) {
        for (int d = 0; d < turns.length; d++) {
            int bottom = lock.length - 1 - d, right = lock[0].length - 1 - d;
            List<int[]> places = new ArrayList<>();
            for (int c = d; c < right; c++) {
                places.add(new int[] {d, c});
            }
            for (int r = d; r < bottom; r++) {
                places.add(new int[] {r, right});
            }
            for (int c = right; c > d; c--) {
                places.add(new int[] {bottom, c});
            }
            for (int r = bottom; r > d; r--) {
                places.add(new int[] {r, d});
            }
            List<Integer> plates = new ArrayList<>();
            for (int[] place : places) {
                plates.add(lock[place[0]][place[1]]);
            }
            Collections.rotate(plates, turns[d]);
            for (int i = 0; i < plates.size(); i++) {
                lock[places.get(i)[0]][places.get(i)[1]] = plates.get(i);
            }
        }
    }
}
