// The permutation done 1, 2, 4, 8 ... times.
using System;
using System.Linq;

public class Solution
{
    public void Riffle(int[] deck, int times)
    {
        var half = deck.Length / 2;
        var power = Enumerable.Range(0, deck.Length).Select(i => i % 2 == 0 ? half + i / 2 : i / 2).ToArray();
        for (; times > 0; times /= 2)
        {
            if (times % 2 == 1) Array.Copy(power.Select(i => deck[i]).ToArray(), deck, deck.Length);
            power = power.Select(i => power[i]).ToArray();
        }
    }
}
