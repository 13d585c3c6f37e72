// From the top of each column: crates gather until something holds them.
public class Solution
{
    public void Settle(char[][] shaft)
    {
        for (var j = 0; j < shaft[0].Length; j++)
        {
            var crates = 0;
            for (var i = 0; i <= shaft.Length; i++)
            {
                if (i == shaft.Length || (shaft[i][j] == '#' && crates < 3))
                {
                    for (var k = i - crates; k < i; k++) shaft[k][j] = 'o';
                    crates = 0;
                }
                else
                {
                    if (shaft[i][j] == 'o') crates++;
                    shaft[i][j] = '.';
                }
            }
        }
    }
}
