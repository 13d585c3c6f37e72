// A queue of queues.
using System.Collections.Generic;
using System.Linq;

public class Solution
{
    public IList<int> PlayOrder(IList<IList<int>> wishes)
    {
        var order = new List<int>();
        var played = new HashSet<int>();
        var table = new Queue<Queue<int>>(wishes.Select(songs => new Queue<int>(songs)));
        while (table.TryDequeue(out var songs))
        {
            while (songs.TryDequeue(out var song))
            {
                if (!played.Add(song)) continue;
                order.Add(song);
                table.Enqueue(songs);
                break;
            }
        }
        return order;
    }
}
