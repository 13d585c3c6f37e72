// With a first domino laid one way or the other, the rest has no choice.
using System.Linq;

public class Solution
{
    public bool CanLay(int[][] dominoes, int turns) => Lay(dominoes, dominoes[0][1], turns) || Lay(dominoes, dominoes[0][0], turns - 1);

    private static bool Lay(int[][] dominoes, int open, int turns)
    {
        foreach (var domino in dominoes.Skip(1))
        {
            if (!domino.Contains(open)) return false;
            if (domino[0] != open) turns--;
            open = domino[0] == open ? domino[1] : domino[0];
        }
        return turns >= 0;
    }
}
