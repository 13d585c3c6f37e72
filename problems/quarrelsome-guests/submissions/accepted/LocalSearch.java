import java.util.ArrayList;
import java.util.List;

class Solution {
    public int[] seat(int guests, int[][] quarrels) {
        List<List<Integer>> foes = new ArrayList<>();
        for (int guest = 0; guest < guests; guest++) {
            foes.add(new ArrayList<>());
        }
        for (int[] quarrel : quarrels) {
            foes.get(quarrel[0]).add(quarrel[1]);
            foes.get(quarrel[1]).add(quarrel[0]);
        }
        int[] rooms = new int[guests];
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int guest = 0; guest < guests; guest++) {
                int apart = 0;
                for (int foe : foes.get(guest)) {
                    apart += rooms[foe] == rooms[guest] ? -1 : 1;
                }
                if (apart < 0) {
                    rooms[guest] = 1 - rooms[guest];
                    moved = true;
                }
            }
        }
        return rooms;
    }
}
