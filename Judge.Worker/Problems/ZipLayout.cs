using System.Buffers.Binary;
using System.Text;

namespace Judge.Worker.Problems;

/// <summary>
/// What .NET's reader of zips does not look at. The directory at a zip's end says where each entry's bytes are; nothing in the format keeps
/// two entries from sharing them, and so a few kilobytes can unpack to terabytes (D. Fifield, "A better zip bomb", WOOT 2019). Nor must the
/// name there be the one that stands before the bytes, so that one program unpacks what another never saw. Both are refused here, and
/// the number of entries is looked at before anything is made for each. Field offsets are those of APPNOTE.TXT 4.3.
/// </summary>
internal static class ZipLayout
{
    private const uint DirectoryEnd = 0x06054b50, DirectoryEntry = 0x02014b50, LocalEntry = 0x04034b50;
    private const int EndLength = 22, LongestComment = ushort.MaxValue, EntryLength = 46, LocalLength = 30;

    /// <exception cref="PackageException">Too many entries, entries that share bytes, two names for one.</exception>
    /// <exception cref="InvalidDataException">It is no zip.</exception>
    public static int Check(Stream zip, int mostEntries)
    {
        var tail = Read(zip, Math.Max(0, zip.Length - EndLength - LongestComment), (int)Math.Min(zip.Length, EndLength + LongestComment));
        var at = tail.AsSpan(0, Math.Max(0, tail.Length - EndLength + 4)).LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) != DirectoryEnd) throw new InvalidDataException("it has no directory at its end");
        var end = tail.AsSpan(at);
        int count = Word(end, 10);
        if (count > mostEntries)
            throw new PackageException($"the zip has {(count == ushort.MaxValue ? "65535 or more" : count)} entries; at most {mostEntries} are allowed");
        uint size = Long(end, 12), offset = Long(end, 16);
        if (offset + (long)size > zip.Length) throw new InvalidDataException("its directory is not where it says");
        Refuse(Entries(zip, Read(zip, offset, (int)size), count), offset);
        return count;
    }

    private static List<(string Name, long From, long To)> Entries(Stream zip, byte[] directory, int count)
    {
        var entries = new List<(string Name, long From, long To)>(count);
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            if (at + EntryLength > directory.Length) throw new InvalidDataException("its directory ends too early");
            var entry = directory.AsSpan(at);
            if (Long(entry, 0) != DirectoryEntry) throw new InvalidDataException("its directory is damaged");
            int name = Word(entry, 28), extra = Word(entry, 30);
            if (EntryLength + name + extra > entry.Length) throw new InvalidDataException("its directory ends too early");
            var (compressed, offset) = Place(entry, entry.Slice(EntryLength + name, extra));
            var local = Read(zip, offset, LocalLength);
            if (Long(local, 0) != LocalEntry) throw new InvalidDataException("an entry is not where the directory says");
            var nameBytes = entry.Slice(EntryLength, name);
            var shown = Encoding.UTF8.GetString(nameBytes[..Math.Min(name, 80)]);
            if (!nameBytes.SequenceEqual(Read(zip, offset + LocalLength, Word(local, 26)))) throw new PackageException($"{shown}: has two different names in the zip");
            entries.Add((shown, offset, offset + LocalLength + Word(local, 26) + Word(local, 28) + compressed));
            at += EntryLength + name + extra + Word(entry, 32);
        }

        return entries;
    }

    /// <summary>Sizes that do not fit stand in the extra field of a zip64, one after the other.</summary>
    private static (long Compressed, long Offset) Place(ReadOnlySpan<byte> entry, ReadOnlySpan<byte> extra)
    {
        long compressed = Long(entry, 20), offset = Long(entry, 42);
        while (extra.Length >= 4 && (compressed == uint.MaxValue || offset == uint.MaxValue))
        {
            int id = Word(extra, 0), length = Math.Min(Word(extra, 2), extra.Length - 4);
            var values = extra.Slice(4, length);
            extra = extra[(4 + length)..];
            if (id != 1) continue;
            if (Long(entry, 24) == uint.MaxValue && values.Length >= 8) values = values[8..];
            if (compressed == uint.MaxValue && values.Length >= 8)
            {
                compressed = BinaryPrimitives.ReadInt64LittleEndian(values);
                values = values[8..];
            }

            if (offset == uint.MaxValue && values.Length >= 8) offset = BinaryPrimitives.ReadInt64LittleEndian(values);
            break;
        }

        return compressed < 0 ? throw new InvalidDataException("an entry has a negative size") : (compressed, offset);
    }

    private static void Refuse(List<(string Name, long From, long To)> entries, long directory)
    {
        var sorted = entries.OrderBy(e => e.From).ToList();
        for (var i = 0; i < sorted.Count; i++)
        {
            if (sorted[i].To > directory) throw new InvalidDataException("an entry goes on into the directory");
            if (i > 0 && sorted[i].From < sorted[i - 1].To) throw new PackageException($"{sorted[i].Name}: overlaps {sorted[i - 1].Name} in the zip");
        }
    }

    private static byte[] Read(Stream zip, long offset, int length)
    {
        if (offset < 0 || offset + length > zip.Length) throw new InvalidDataException("it points beyond its end");
        var bytes = new byte[length];
        zip.Position = offset;
        zip.ReadExactly(bytes);
        return bytes;
    }

    private static ushort Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
