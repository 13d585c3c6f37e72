// The front of the array is the stack.
public class Solution
{
    public int MergeDroplets(int[] droplets)
    {
        var top = 0;
        foreach (var droplet in droplets)
        {
            var x = droplet;
            while (top > 0 && droplets[top - 1] == x)
            {
                top--;
                x *= 2;
            }
            droplets[top++] = x;
        }
        return top;
    }
}
