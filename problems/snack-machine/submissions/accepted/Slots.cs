public class SnackMachine
{
    private readonly (string Snack, int Price, int Count)[] slots;
    private int credit, sum;

    public SnackMachine(int slots)
    {
        this.slots = new (string, int, int)[slots];
    }

    public void Fill(int slot, string snack, int price, int count)
    {
        var left = slots[slot].Snack == snack ? slots[slot].Count : 0;
        slots[slot] = (snack, price, left + count);
    }

    public void Insert(int coin)
    {
        credit += coin;
    }

    public string Press(int slot)
    {
        var (snack, price, count) = slots[slot];
        if (count == 0) return "empty";
        if (credit < price) return "more";
        slots[slot].Count--;
        credit -= price;
        sum += price;
        return snack;
    }

    public bool IsEmpty(int slot)
    {
        return slots[slot].Count == 0;
    }

    public int GiveBack()
    {
        var back = credit;
        credit = 0;
        return back;
    }

    public int Earned()
    {
        return sum;
    }
}
