using System.IO.Compression;
using System.Text;
using Judge.Testing;
using Judge.Worker.Problems;

namespace Judge.Worker.Tests.Problems;

/// <summary>Every archive is unpacked into a folder inside a folder: whatever happens, nothing else may appear there.</summary>
public sealed class PackageArchiveTests : IDisposable
{
    private const int SymbolicLink = 0xA1FF << 16, Regular = 0x81A4 << 16, CharacterDevice = 0x21B6 << 16, NamedPipe = 0x11B6 << 16, FolderMode = 0x41ED << 16;
    private readonly TemporaryDirectory _outside = new();
    private readonly string _target;

    public PackageArchiveTests()
    {
        _target = Path.Combine(_outside.Path, "target");
        Directory.CreateDirectory(_target);
        File.WriteAllText(Path.Combine(_outside.Path, "canary"), "untouched");
    }

    public void Dispose()
    {
        Assert.Equal(["canary", "target"], Directory.GetFileSystemEntries(_outside.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal("untouched", File.ReadAllText(Path.Combine(_outside.Path, "canary")));
        _outside.Dispose();
    }

    [Fact]
    public void What_macOS_and_Windows_leave_in_zips_is_not_there_for_us()
    {
        Extract(Zip(("sums/problem.yaml", "name: x"), ("__MACOSX/sums/._problem.yaml", "?"), ("sums/.DS_Store", "?"), ("sums/data/secret/._1.in", "?"), ("sums/data/Thumbs.db", "?"), ("sums/data/secret/1.in", "")));
        Assert.Equal(["data/secret/1.in", "problem.yaml"], PackageArchive.Files(_target).Select(f => f.Name), StringComparer.Ordinal);
        Assert.Equal(["1.in"], Directory.GetFiles(Path.Combine(_target, "data/secret")).Select(Path.GetFileName), StringComparer.Ordinal);
    }

    [Fact]
    public void What_Create_packs_Extract_unpacks_with_the_same_hash()
    {
        using var directory = new PackageDirectory();
        directory.Write("statement/problem.en.md", "# žluťoučký").Write(".timelimit", "1").Write("data/secret/empty.in", "").Write("data/secret/empty.ans", "")
            .Write("submissions/accepted/a.py", new string('x', 200_000)).Write("data/secret/.DS_Store", "?");
        PackageArchive.ExtractStored(new MemoryStream(PackageArchive.Create(directory.Path)), _target);
        Assert.Equal(Tree(directory.Path), Tree(_target));
        Assert.Equal(PackageArchive.Hash(directory.Path), PackageArchive.Hash(_target));
    }

    [Fact]
    public void Every_shipped_package_survives_the_round_trip()
    {
        foreach (var problem in Directory.GetDirectories(Path.Combine(Repository.Root, "problems")))
        {
            var target = Directory.CreateDirectory(Path.Combine(_target, Path.GetFileName(problem))).FullName;
            PackageArchive.Extract(new MemoryStream(PackageArchive.Create(problem)), target);
            Assert.Equal(PackageArchive.Hash(problem), PackageArchive.Hash(target));
        }
    }

    [Fact]
    public void The_same_content_makes_the_same_archive()
    {
        using var one = new PackageDirectory();
        using var other = new PackageDirectory();
        File.SetLastWriteTimeUtc(Path.Combine(other.Path, "problem.yaml"), new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        Assert.Equal(PackageArchive.Create(one.Path), PackageArchive.Create(other.Path));
    }

    [Fact]
    public void The_hash_is_64_lower_case_digits_and_changes_with_every_change()
    {
        using var directory = new PackageDirectory();
        var hashes = new List<string> { PackageArchive.Hash(directory.Path) };
        Assert.Matches("^[0-9a-f]{64}$", hashes[0]);

        directory.Write("data/sample/1.ans", "4\n");
        hashes.Add(PackageArchive.Hash(directory.Path));
        directory.Write("data/sample/2.ans", "");
        hashes.Add(PackageArchive.Hash(directory.Path));
        File.Move(Path.Combine(directory.Path, "data/sample/2.ans"), Path.Combine(directory.Path, "data/sample/3.ans"));
        hashes.Add(PackageArchive.Hash(directory.Path));
        // The boundary between a name and its content is part of the hash.
        File.Delete(Path.Combine(directory.Path, "data/sample/3.ans"));
        directory.Write("data/sample/3", ".ans");
        hashes.Add(PackageArchive.Hash(directory.Path));

        Assert.Equal(hashes.Count, hashes.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_link_in_the_directory_is_not_packed()
    {
        using var directory = new PackageDirectory();
        var hash = PackageArchive.Hash(directory.Path);
        File.CreateSymbolicLink(Path.Combine(directory.Path, "data/secret/passwd.in"), "/etc/passwd");
        Directory.CreateSymbolicLink(Path.Combine(directory.Path, "data/etc"), "/etc");
        Assert.Equal(hash, PackageArchive.Hash(directory.Path));
        using var zip = new ZipArchive(new MemoryStream(PackageArchive.Create(directory.Path)));
        Assert.DoesNotContain(zip.Entries, e => e.FullName.Contains("passwd", StringComparison.Ordinal) || e.FullName.Contains("etc/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("data/secret/1.in", "problem.yaml")]
    [InlineData("top/data/secret/1.in", "top/problem.yaml")]
    [InlineData("a b/data/secret/1.in", "a b/problem.yaml")]
    public void A_single_folder_around_everything_is_taken_off(string first, string second)
    {
        Extract(Zip((first, "1"), (second, "name: x")));
        Assert.Equal(["data/secret/1.in", "problem.yaml"], Tree(_target).Select(f => f.Name), StringComparer.Ordinal);
    }

    [Fact]
    public void Two_folders_at_the_top_are_both_kept()
    {
        Extract(Zip(("one/problem.yaml", "x"), ("two/problem.yaml", "y")));
        Assert.Equal(["one/problem.yaml", "two/problem.yaml"], Tree(_target).Select(f => f.Name), StringComparer.Ordinal);
    }

    [Fact]
    public void Only_one_folder_is_taken_off()
    {
        Extract(Zip(("a/b/problem.yaml", "x"), ("a/b/c", "y")));
        Assert.Equal(["b/c", "b/problem.yaml"], Tree(_target).Select(f => f.Name), StringComparer.Ordinal);
    }

    [Fact]
    public void Folders_may_stand_in_the_zip_as_entries_of_their_own()
    {
        Extract(Zip([("top/", "", FolderMode), ("top/data/", "", FolderMode), ("top/problem.yaml", "x", Regular), ("top/data/1.in", "", 0)]));
        Assert.Equal(["data/1.in", "problem.yaml"], Tree(_target).Select(f => f.Name), StringComparer.Ordinal);
    }

    [Fact]
    public void An_empty_zip_unpacks_to_nothing()
    {
        Extract(Zip(Array.Empty<(string, string)>()));
        Assert.Empty(Tree(_target));
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("data/../../evil")]
    [InlineData("data/..")]
    [InlineData("..")]
    [InlineData("top/../../evil")]
    [InlineData("./evil")]
    [InlineData("data/./evil")]
    [InlineData("data//evil")]
    [InlineData("/tmp/judge-evil")]
    [InlineData("//tmp/judge-evil")]
    [InlineData("/")]
    [InlineData("..\\evil")]
    [InlineData("data\\..\\..\\evil")]
    [InlineData("\\evil")]
    [InlineData("C:/evil")]
    [InlineData("C:evil")]
    [InlineData("data/evil\n")]
    [InlineData("data/\u001b[31mevil")]
    [InlineData("../")]
    [InlineData("a/../")]
    public void A_name_that_could_lead_out_is_refused_before_anything_is_written(string name)
    {
        var fault = Assert.Single(Refused(Zip(("problem.yaml", "name: x"), ("data/sample/1.in", ""), (name, "evil"))));
        Assert.Contains("the name must", fault, StringComparison.Ordinal);
        Assert.Empty(Tree(_target));
    }

    [Fact]
    public void A_name_with_a_null_character_is_refused()
    {
        var zip = Zip(("problem.yaml", "name: x"), ("data/evilX.txt", "evil"));
        Replace(zip, "evilX.txt"u8, "evil\0.txt"u8);
        Assert.Contains("plain relative path", Assert.Single(Refused(zip)), StringComparison.Ordinal);
        Assert.Empty(Tree(_target));
    }

    [Fact]
    public void All_bad_names_are_reported_at_once()
    {
        var faults = Refused(Zip(("problem.yaml", ""), ("../a", ""), ("/b", ""), ("c\\d", ""), (new string('n', 201), "")));
        Assert.Equal(4, faults.Count);
        Assert.Contains(faults, f => f.StartsWith("../a: ", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("longer than 200", StringComparison.Ordinal));
        Assert.All(faults, f => Assert.InRange(f.Length, 10, 300));
    }

    [Theory]
    [InlineData(SymbolicLink)]
    [InlineData(CharacterDevice)]
    [InlineData(NamedPipe)]
    public void Links_and_special_files_are_refused(int mode)
    {
        var fault = Assert.Single(Refused(Zip([("problem.yaml", "name: x", Regular), ("data/secret", "/etc", mode)])));
        Assert.Equal("data/secret: links and special files are not allowed", fault);
        Assert.Empty(Tree(_target));
    }

    [Fact]
    public void A_link_with_the_name_of_a_folder_is_refused_too()
    {
        Assert.Single(Refused(Zip([("problem.yaml", "name: x", Regular), ("data/", "../..", SymbolicLink), ("data/evil", "evil", Regular)])));
        Assert.Empty(Tree(_target));
    }

    [Fact]
    public void A_name_that_stands_twice_is_refused()
    {
        var fault = Assert.Single(Refused(Zip(("problem.yaml", "name: x"), ("data/1.in", "one"), ("data/1.in", "two"))));
        Assert.Equal("data/1.in: stands in the zip twice", fault);
        Assert.Equal("one", File.ReadAllText(Path.Combine(_target, "data/1.in")));
    }

    [Theory]
    [InlineData("data", "data/1.in")]
    [InlineData("data/1.in", "data")]
    [InlineData("data", "data/a/b/1.in")]
    public void A_name_that_is_both_a_file_and_a_folder_is_refused(string first, string second) =>
        Assert.NotEmpty(Refused(Zip(("problem.yaml", "name: x"), (first, ""), (second, ""))));

    [Fact]
    public void A_name_longer_than_the_file_system_takes_is_refused() =>
        // 150 characters, 450 bytes of UTF-8; ext4 and tmpfs take 255 bytes.
        Assert.NotEmpty(Refused(Zip(("problem.yaml", "name: x"), ("data/" + new string('界', 150), ""))));

    [Fact]
    public void More_entries_than_allowed_are_refused_before_anything_is_written()
    {
        var fault = Assert.Single(Refused(Zip([.. Enumerable.Range(0, 20_001).Select(i => ($"data/{i}", ""))])));
        Assert.Contains("20001", fault, StringComparison.Ordinal);
        Assert.Empty(Tree(_target));
    }

    [Fact]
    public void A_file_that_unpacks_to_more_than_its_limit_is_stopped_there()
    {
        var zip = ZipOfZeros(("problem.yaml", 1), ("data/bomb.in", PackageArchive.LargestFile + 1));
        Assert.InRange(zip.Length, 1, 4 << 20);
        Assert.Contains("256 MiB", Assert.Single(Refused(zip)), StringComparison.Ordinal);
        Assert.InRange(Tree(_target).Sum(f => f.Size), 0, PackageArchive.LargestFile);
    }

    [Fact]
    public void Files_that_are_too_much_together_are_stopped_at_the_limit_for_all()
    {
        var zip = ZipOfZeros(("a", 200 << 20), ("b", 200 << 20), ("c", 200 << 20));
        Assert.Contains("512 MiB", Assert.Single(Refused(zip)), StringComparison.Ordinal);
        Assert.InRange(Tree(_target).Sum(f => f.Size), 0, PackageArchive.LargestContent);
    }

    [Theory]
    [InlineData(1u)]
    [InlineData(uint.MaxValue - 1)]
    public void A_declared_size_that_lies_does_not_get_past_the_limit(uint declared)
    {
        var zip = ZipOfZeros(("problem.yaml", 1), ("data/bomb.in", PackageArchive.LargestFile + 1));
        // The uncompressed size of the last entry, in its central header; see APPNOTE.TXT 4.3.12.
        var header = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(zip.AsSpan(header + 24), declared);
        try
        {
            Extract(zip);
        }
        catch (PackageException)
        {
            // Refusing is as good as unpacking no more than the lie.
        }

        Assert.InRange(Tree(_target).Sum(f => f.Size), 0, PackageArchive.LargestFile);
    }

    [Fact]
    public void What_is_no_zip_is_refused()
    {
        foreach (var body in (byte[][])[[], [1, 2, 3], Encoding.UTF8.GetBytes(new string('x', 10_000)), [.. "PK\u0003\u0004"u8, .. new byte[100]], [.. "PK\u0005\u0006"u8]])
            Assert.StartsWith("the package is not a zip file that can be read", Assert.Single(Refused(body)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_zip_is_refused_wherever_it_was_cut()
    {
        using var directory = new PackageDirectory();
        var zip = PackageArchive.Create(directory.Path);
        for (var length = 0; length < zip.Length; length += 7) Refused(zip[..length]);
        Assert.Empty(Tree(_target));
    }

    /// <summary>Single bytes of a good zip changed: each either unpacks or is refused in the package's own words, never another exception.</summary>
    [Fact]
    public void A_damaged_zip_is_unpacked_or_refused_and_nothing_else()
    {
        using var directory = new PackageDirectory();
        var good = PackageArchive.Create(directory.Path);
        var random = new Random(20_240_601);
        var refused = 0;
        var leaked = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < 3000; i++)
        {
            var bad = good.ToArray();
            var (at, value) = (random.Next(bad.Length), (byte)random.Next(256));
            bad[at] = value;
            var target = Directory.CreateDirectory(Path.Combine(_target, "one")).FullName;
            try
            {
                PackageArchive.Extract(new MemoryStream(bad), target);
            }
            catch (PackageException)
            {
                refused++;
            }
            catch (Exception e)
            {
                leaked[e.GetType().Name] = $"byte {at} = {value}: {e}";
            }

            Directory.Delete(target, recursive: true);
        }

        Assert.True(leaked.Count == 0, string.Join('\n', leaked.Values));
        Assert.InRange(refused, 1, 2999);
    }

    private void Extract(byte[] zip) => PackageArchive.Extract(new MemoryStream(zip), _target);

    private IReadOnlyList<string> Refused(byte[] zip) => Assert.Throws<PackageException>(() => Extract(zip)).Faults;

    private static byte[] Zip(params (string Name, string Content)[] entries) => Zip([.. entries.Select(e => (e.Name, e.Content, 0))]);

    private static byte[] Zip((string Name, string Content, int Attributes)[] entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content, attributes) in entries)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                entry.ExternalAttributes = attributes;
                using var writer = new StreamWriter(entry.Open());
                writer.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static byte[] ZipOfZeros(params (string Name, long Size)[] entries)
    {
        var stream = new MemoryStream();
        var zeros = new byte[1 << 20];
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, size) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                for (var left = size; left > 0; left -= zeros.Length) entry.Write(zeros.AsSpan(0, (int)Math.Min(left, zeros.Length)));
            }
        }

        return stream.ToArray();
    }

    private static void Replace(byte[] zip, ReadOnlySpan<byte> from, ReadOnlySpan<byte> to)
    {
        var found = 0;
        for (int at; (at = zip.AsSpan().IndexOf(from)) >= 0; found++) to.CopyTo(zip.AsSpan(at));
        Assert.Equal(2, found);
    }

    private static List<(string Name, long Size)> Tree(string directory) => [.. Directory
        .EnumerateFiles(directory, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
        .Select(f => (Path.GetRelativePath(directory, f), new FileInfo(f).Length))
        .OrderBy(f => f.Item1, StringComparer.Ordinal)];
}
