import java.util.ArrayList;
import java.util.List;

class Solution {
    public int[][] orient(int squares, int[][] lanes) {
        if (lanes.length % 2 == 1) {
            return new int[0][];
        }
        List<List<Integer>> near = new ArrayList<>();
        for (int square = 0; square < squares; square++) {
            near.add(new ArrayList<>());
        }
        for (int i = 0; i < lanes.length; i++) {
            near.get(lanes[i][0]).add(i);
            near.get(lanes[i][1]).add(i);
        }
        int[] order = new int[squares], link = new int[squares], arrivals = new int[squares];
        boolean[] seen = new boolean[squares], tree = new boolean[lanes.length];
        int count = 1;
        seen[0] = true;
        for (int k = 0; k < count; k++) {
            for (int i : near.get(order[k])) {
                int other = lanes[i][0] + lanes[i][1] - order[k];
                if (!seen[other]) {
                    seen[other] = true;
                    tree[i] = true;
                    link[other] = i;
                    order[count++] = other;
                }
            }
        }
        for (int i = 0; i < lanes.length; i++) {
            if (!tree[i]) {
                arrivals[lanes[i][1]]++;
            }
        }
        for (int k = squares - 1; k > 0; k--) {
            int[] lane = lanes[link[order[k]]];
            int other = lane[0] + lane[1] - order[k];
            int end = arrivals[order[k]] % 2 == 1 ? order[k] : other;
            lanes[link[order[k]]] = new int[] {order[k] + other - end, end};
            arrivals[end]++;
        }
        return lanes;
    }
}
