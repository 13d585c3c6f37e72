class SnackMachine {
    private final String[] snacks;
    private final int[] prices, counts;
    private int credit, sum;

    public SnackMachine(int slots) {
        snacks = new String[slots];
        prices = new int[slots];
        counts = new int[slots];
    }

    public void fill(int slot, String snack, int price, int count) {
        counts[slot] = snack.equals(snacks[slot]) ? counts[slot] + count : count;
        snacks[slot] = snack;
        prices[slot] = price;
    }

    public void insert(int coin) {
        credit += coin;
    }

    public String press(int slot) {
        if (counts[slot] == 0) {
            return "empty";
        }
        if (credit < prices[slot]) {
            return "more";
        }
        counts[slot]--;
        credit -= prices[slot];
        sum += prices[slot];
        return snacks[slot];
    }

    public boolean isEmpty(int slot) {
        return counts[slot] == 0;
    }

    public int giveBack() {
        int back = credit;
        credit = 0;
        return back;
    }

    public int earned() {
        return sum;
    }
}
