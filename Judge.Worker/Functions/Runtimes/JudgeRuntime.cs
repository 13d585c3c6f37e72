using System;
using System.Buffers.Text;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using Microsoft.Win32.SafeHandles;

/// <summary>What is the same in the driver of every problem: cases come from descriptor 3, answers go to descriptor 4, one line of JSON a value.</summary>
internal abstract class JudgeRuntime
{
    /// <summary>The answer is none, and why.</summary>
    public sealed class Refusal(string why) : Exception(why);

    private readonly TextWriter _stdout = Console.Out, _stderr = Console.Error;
    private readonly FileStream _cases = new(new SafeFileHandle(3, ownsHandle: false), FileAccess.Read, bufferSize: 0);
    private readonly FileStream _answers = new(new SafeFileHandle(4, ownsHandle: false), FileAccess.Write, bufferSize: 0);
    private byte[] _input = new byte[1 << 16], _output = new byte[1 << 12], _word = new byte[64];
    private int _at, _end, _length;

    /// <summary>Loads what the user wrote.</summary>
    protected abstract void Load();

    /// <summary>Reads a call, makes it, and writes what came of it.</summary>
    protected abstract void Answer();

    /// <summary>On the first thread, whose stack may grow to the memory limit.</summary>
    public void Serve()
    {
        try
        {
            Load();
            Text("ready");
            Send();
            while (Peek() >= 0)
            {
                try
                {
                    Answer();
                }
                catch (Refusal refusal)
                {
                    _length = 0;
                    Put('!');
                    Text(refusal.Message);
                }

                Flush();
                Send();
            }

            Flush();
            Environment.Exit(0);
        }
        catch (Exception failure)
        {
            Flush();
            _stderr.WriteLine("Unhandled exception. " + failure);
            _stderr.Flush();
            Environment.Exit(1);
        }
    }

    /// <summary>The writer that the user may have put in the place of the first one, too.</summary>
    private void Flush()
    {
        Console.Out.Flush();
        _stdout.Flush();
    }

    // Reading.

    private int Peek()
    {
        if (_at == _end)
        {
            (_at, _end) = (0, _cases.Read(_input, 0, _input.Length));
            if (_end == 0) return -1;
        }

        return _input[_at];
    }

    /// <summary>The next character that is no blank.</summary>
    private int Sign()
    {
        var c = Peek();
        for (; c is ' ' or '\t' or '\r'; c = Peek()) _at++;
        return c;
    }

    private void Expect(char c)
    {
        if (Sign() != c) throw new InvalidDataException("a case is not as it should be");
        _at++;
    }

    /// <summary>A line as it is.</summary>
    protected string Line()
    {
        var n = 0;
        for (var c = Peek(); c >= 0 && c != '\n'; _at++, c = Peek()) Keep(ref n, c);
        _at++;
        return Encoding.UTF8.GetString(_word, 0, n).Trim();
    }

    protected void LineEnd() => Expect('\n');

    public void Begin() => Expect('[');

    /// <summary>Whether there is one more element; else the array is over.</summary>
    public bool More()
    {
        var c = Sign();
        if (c is ',' or ']') _at++;
        return c != ']';
    }

    /// <summary>Whether there is a null.</summary>
    public bool Nothing()
    {
        if (Sign() != 'n') return false;
        foreach (var c in "null") Expect(c);
        return true;
    }

    public int ReadInt() => (int)ReadLong();

    public long ReadLong()
    {
        var negative = Sign() == '-';
        if (negative) _at++;
        var value = 0L;
        for (var c = Peek(); c is >= '0' and <= '9'; _at++, c = Peek()) value = value * 10 + (c - '0');
        return negative ? -value : value;
    }

    protected double ReadDouble()
    {
        var n = 0;
        for (var c = Sign(); c > ' ' && c != ',' && c != ']'; _at++, c = Peek()) Keep(ref n, c);
        return double.Parse(_word.AsSpan(0, n), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    protected bool ReadBoolean()
    {
        var value = Sign() == 't';
        for (var c = Peek(); c is >= 'a' and <= 'z'; c = Peek()) _at++;
        return value;
    }

    protected char ReadChar() => ReadString()[0];

    protected string ReadString()
    {
        Expect('"');
        var n = 0;
        for (var c = Peek(); c != '"'; c = Peek())
        {
            if (c < 0) throw new InvalidDataException("a case ends within a string");
            _at++;
            if (c != '\\')
            {
                Keep(ref n, c);
                continue;
            }

            c = Peek();
            _at++;
            if (c == 'u') KeepUnit(ref n, Hex());
            else Keep(ref n, c switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => c });
        }

        _at++;
        return Encoding.UTF8.GetString(_word, 0, n);
    }

    private void KeepUnit(ref int n, char unit)
    {
        Rune rune;
        if (char.IsHighSurrogate(unit))
        {
            Expect('\\');
            Expect('u');
            rune = new Rune(unit, Hex());
        }
        else
        {
            rune = new Rune(unit);
        }

        Span<byte> bytes = stackalloc byte[4];
        foreach (var b in bytes[..rune.EncodeToUtf8(bytes)]) Keep(ref n, b);
    }

    private char Hex()
    {
        var value = 0;
        for (var i = 0; i < 4; i++, _at++) value = value * 16 + Convert.ToInt32(((char)Peek()).ToString(), 16);
        return (char)value;
    }

    private void Keep(ref int n, int c)
    {
        if (n == _word.Length) Array.Resize(ref _word, n * 2);
        _word[n++] = (byte)c;
    }

    protected List<T> ReadMany<T>(Func<T> read)
    {
        var items = new List<T>();
        for (Begin(); More();) items.Add(read());
        return items;
    }

    // Writing. Nothing is sent before the whole answer is there.

    private void Send()
    {
        Put('\n');
        _answers.Write(_output, 0, _length);
        _length = 0;
    }

    public void Put(int c)
    {
        if (_length == _output.Length) Array.Resize(ref _output, _length * 2);
        _output[_length++] = (byte)c;
    }

    public void Text(string plain)
    {
        foreach (var c in plain) Put(c);
    }

    protected void WriteNull() => Text("null");

    protected void Write(bool value) => Text(value ? "true" : "false");

    public void Write(long value)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(value, digits, out var count);
        foreach (var digit in digits[..count]) Put(digit);
    }

    protected void Write(double value)
    {
        if (!double.IsFinite(value)) throw new Refusal($"{value.ToString(CultureInfo.InvariantCulture)} is no number of JSON");
        Text(value.ToString("R", CultureInfo.InvariantCulture));
    }

    protected void Write(char value) => Write(value.ToString());

    protected void Write(string value)
    {
        Put('"');
        foreach (var b in Encoding.UTF8.GetBytes(value))
        {
            if (b is (byte)'"' or (byte)'\\') Put('\\');
            if (b < ' ') Text($"\\u{b:x4}");
            else Put(b);
        }

        Put('"');
    }

    /// <summary>The elements; of an in-place answer, those that count.</summary>
    protected void WriteMany<T>(IEnumerable<T> items, int count, Action<T> write)
    {
        var n = 0;
        Put('[');
        foreach (var item in items)
        {
            if (n == count) break;
            if (n++ > 0) Put(',');
            write(item);
        }

        Put(']');
    }

    /// <summary>How many elements of an in-place answer count.</summary>
    protected static int Counted(long size, int of, string function) =>
        size < 0 || size > of ? throw new Refusal($"{function} returned {size} of {of} elements") : (int)size;

    protected static T Present<T>(T value, string what) => value is null ? throw new Refusal(what + ", got null") : value;
}
