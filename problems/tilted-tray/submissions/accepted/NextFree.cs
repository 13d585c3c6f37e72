public class Solution
{
    public void Tilt(char[][] tray, string moves)
    {
        int rows = tray.Length, columns = tray[0].Length;
        foreach (var move in moves)
        {
            bool sideways = move is 'L' or 'R', back = move is 'R' or 'D';
            int lines = sideways ? rows : columns, length = sideways ? columns : rows;
            for (var i = 0; i < lines; i++)
            {
                var free = 0;
                for (var j = 0; j < length; j++)
                {
                    ref var square = ref At(tray, sideways, i, back ? length - 1 - j : j);
                    if (square == '#') free = j + 1;
                    if (square != 'o') continue;
                    square = '.';
                    At(tray, sideways, i, back ? length - 1 - free : free) = 'o';
                    free++;
                }
            }
        }
    }

    private static ref char At(char[][] tray, bool sideways, int i, int j)
    {
        if (sideways) return ref tray[i][j];
        return ref tray[j][i];
    }
}
