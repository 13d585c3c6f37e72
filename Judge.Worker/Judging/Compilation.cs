using System.Security.Cryptography;
using System.Text;

namespace Judge.Worker.Judging;

/// <summary>What compiling a program came to.</summary>
/// <param name="Output">What the compiler said; null when nothing.</param>
/// <param name="Failure">Why there is no program; null when there is one.</param>
/// <param name="Files">What the compiler left in the box, for another box; empty where that is not asked for.</param>
internal sealed record Compilation(string? Output, string? Failure, IReadOnlyList<CompiledFile> Files)
{
    /// <summary>Version of <see cref="ToBytes"/>' form.</summary>
    private const byte Form = 1;

    /// <summary>A SHA-256 and what it is of.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        stream.Position = SHA256.HashSizeInBytes;
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Form);
            Write(writer, Output);
            Write(writer, Failure);
            writer.Write(Files.Count);
            foreach (var file in Files)
            {
                writer.Write(file.Path);
                writer.Write(file.Executable);
                writer.Write(file.Content.Length);
                writer.Write(file.Content);
            }
        }

        var bytes = stream.ToArray();
        SHA256.HashData(bytes.AsSpan(SHA256.HashSizeInBytes), bytes);
        return bytes;
    }

    /// <returns>Null when the bytes are not what <see cref="ToBytes"/> once made.</returns>
    public static Compilation? FromBytes(byte[] bytes)
    {
        const int Start = SHA256.HashSizeInBytes;
        if (bytes.Length <= Start || bytes[Start] != Form || !SHA256.HashData(bytes.AsSpan(Start)).AsSpan().SequenceEqual(bytes.AsSpan(0, Start))) return null;
        using var reader = new BinaryReader(new MemoryStream(bytes, Start + 1, bytes.Length - Start - 1), Encoding.UTF8);
        var (output, failure) = (Read(reader), Read(reader));
        var files = new CompiledFile[reader.ReadInt32()];
        for (var i = 0; i < files.Length; i++) files[i] = new CompiledFile(reader.ReadString(), reader.ReadBoolean(), reader.ReadBytes(reader.ReadInt32()));
        return new Compilation(output, failure, files);
    }

    private static void Write(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null) writer.Write(text);
    }

    private static string? Read(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;
}

/// <summary>A file that a compiler made: a stranger's bytes under a stranger's name, of use in a box and nowhere else.</summary>
internal sealed record CompiledFile(string Path, bool Executable, byte[] Content);
