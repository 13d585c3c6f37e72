using System.Buffers.Binary;
using System.IO.Compression;
using Judge.Testing;
using Judge.Worker.Problems;

namespace Judge.Worker.Tests.Problems;

/// <summary>Zips that no honest program writes, made by changing bytes of one that is good. Offsets: APPNOTE.TXT 4.3.</summary>
public sealed class ZipLayoutTests
{
    [Fact]
    public void Entries_that_share_their_bytes_are_refused()
    {
        var zip = Zip(("problem.yaml", "name: x"), ("aaaa", new string('a', 1000)), ("bbbb", new string('a', 1000)));
        // The last entry is where the one before it is; both headers have one name, as the quoted overlaps of a bomb have.
        var central = Centrals(zip);
        zip.AsSpan(central[1] + 42, 4).CopyTo(zip.AsSpan(central[2] + 42));
        zip.AsSpan(central[1] + 46, 4).CopyTo(zip.AsSpan(central[2] + 46));
        Assert.Equal("aaaa: overlaps aaaa in the zip", Refused(zip));
    }

    [Fact]
    public void An_entry_that_reaches_into_the_next_is_refused()
    {
        var zip = Zip(("problem.yaml", "name: x"), ("aaaa", "a"), ("bbbb", "b"));
        var central = Centrals(zip);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(central[1] + 20), 10);
        Assert.Equal("bbbb: overlaps aaaa in the zip", Refused(zip));
    }

    [Fact]
    public void An_entry_with_two_names_is_refused()
    {
        var zip = Zip(("problem.yaml", "name: x"), ("aaaa", "a"));
        zip[Centrals(zip)[1] + 46] = (byte)'z';
        Assert.Equal("zaaa: has two different names in the zip", Refused(zip));
    }

    [Theory]
    [InlineData(20_001, "20001")]
    [InlineData(100_000, "65535 or more")]
    public void Too_many_entries_are_refused_by_their_count_alone(int entries, string told)
    {
        var zip = Zip([.. Enumerable.Range(0, entries).Select(i => ($"data/{i}", ""))]);
        Assert.Equal($"the zip has {told} entries; at most 20000 are allowed", Refused(zip));
    }

    [Fact]
    public void An_encrypted_entry_is_refused()
    {
        var zip = Zip(("problem.yaml", "name: x"));
        zip[Centrals(zip)[0] + 8] |= 1;
        Assert.Equal("problem.yaml: is encrypted", Refused(zip));
    }

    [Fact]
    public void A_directory_that_is_told_shorter_than_it_is_hides_nothing()
    {
        var zip = Zip(("problem.yaml", "name: x"), ("hidden", "h"));
        var end = zip.AsSpan().LastIndexOf("PK\x05\x06"u8);
        zip[end + 8] = zip[end + 10] = 1;
        Assert.StartsWith("the package is not a zip file that can be read", Refused(zip), StringComparison.Ordinal);
    }

    private static string Refused(byte[] zip)
    {
        using var target = new TemporaryDirectory();
        var fault = Assert.Single(Assert.Throws<PackageException>(() => PackageArchive.Extract(new MemoryStream(zip), target.Path)).Faults);
        Assert.Empty(Directory.GetFileSystemEntries(target.Path));
        return fault;
    }

    /// <summary>Where the directory's entries begin.</summary>
    private static List<int> Centrals(byte[] zip)
    {
        var found = new List<int>();
        for (int at = 0, next; (next = zip.AsSpan(at).IndexOf("PK\x01\x02"u8)) >= 0; at += next + 4) found.Add(at + next);
        return found;
    }

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.NoCompression).Open());
                writer.Write(content);
            }
        }

        return stream.ToArray();
    }
}
