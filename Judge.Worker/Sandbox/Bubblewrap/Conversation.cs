using System.Buffers;
using Judge.Worker.Sandbox.Native;
using static Judge.Worker.Sandbox.Native.Libc;

namespace Judge.Worker.Sandbox.Bubblewrap;

/// <summary>This process's side of a dialogue with a program: the pipes of questions and answers. Neither end ever waits for the program; it may do with them what
/// it likes, and cheats nobody but itself.</summary>
internal sealed class Conversation : IDisposable
{
    /// <summary>The kernel's bound for who is nobody special (/proc/sys/fs/pipe-max-size), so that a question of usual size is written at once.</summary>
    private const int PipeBytes = 1 << 20;

    private readonly IDialogue _dialogue;
    private readonly Descriptor _questions, _answers;
    private readonly long _longest;
    private readonly ArrayBufferWriter<byte> _answer = new();
    private ReadOnlyMemory<byte> _question;
    private bool _deaf;

    /// <param name="dialogue">Who asks.</param>
    /// <param name="owner">The program's user on the host; null: this process's.</param>
    /// <param name="longest">Bytes of an answer.</param>
    public Conversation(IDialogue dialogue, uint? owner, long longest)
    {
        (_dialogue, _longest) = (dialogue, longest);
        (_answers, ProgramsAnswers) = Descriptor.PipeFromProgram(owner);
        (ProgramsQuestions, _questions) = Descriptor.PipeToProgram(owner);
        foreach (var pipe in (Descriptor[])[_answers, _questions]) _ = fcntl(pipe.Fd, F_SETPIPE_SZ, PipeBytes);
        AnswersFd = _answers.Fd;
    }

    /// <summary>To be the program's descriptors 3 and 4; closed here once it has them.</summary>
    public Descriptor ProgramsQuestions { get; }

    public Descriptor ProgramsAnswers { get; }

    /// <summary>What to poll for reading; -1 when the program will write nothing more.</summary>
    public int AnswersFd { get; private set; }

    /// <summary>What to poll for writing; -1 when there is nothing to write.</summary>
    public int QuestionsFd => _question.IsEmpty || _deaf ? -1 : _questions.Fd;

    /// <summary>Writes what the pipe takes of the question.</summary>
    public void Ask()
    {
        while (QuestionsFd >= 0)
        {
            var written = _questions.WriteNow(_question.Span);
            if (written == Descriptor.NobodyReads) _deaf = true;
            if (written <= 0) return;
            _question = _question[written..];
        }
    }

    /// <summary>Reads once, and hands a whole answer on.</summary>
    /// <param name="buffer">To read into.</param>
    /// <param name="endTurn">See <see cref="IDialogue.Next"/>.</param>
    public Hearing Hear(byte[] buffer, Func<RunResult> endTurn)
    {
        var read = _answers.ReadNow(buffer);
        if (read < 0) return Hearing.GoesOn;
        if (read == 0) AnswersFd = -1;
        _answer.Write(buffer.AsSpan(0, read));
        if (_answer.WrittenCount > _longest) return Hearing.TooMuch;
        if (buffer.AsSpan(0, read).IndexOf((byte)'\n') < 0) return Hearing.GoesOn;
        var line = _answer.WrittenMemory[^1..].Span[0] == '\n' ? _answer.WrittenMemory[..^1] : _answer.WrittenMemory;
        // What it has not read of the last question is none of the next.
        if (!_question.IsEmpty) line = "\n"u8.ToArray();
        if (_dialogue.Next(line, endTurn) is not { } question) return Hearing.Enough;
        _answer.ResetWrittenCount();
        _question = question;
        Ask();
        return Hearing.GoesOn;
    }

    public void Dispose()
    {
        foreach (var end in (Descriptor[])[_questions, _answers, ProgramsQuestions, ProgramsAnswers]) end.Dispose();
    }
}

/// <summary>What came of listening.</summary>
internal enum Hearing
{
    GoesOn,

    /// <summary>The dialogue is over.</summary>
    Enough,

    /// <summary>The answer is longer than may be.</summary>
    TooMuch,
}
