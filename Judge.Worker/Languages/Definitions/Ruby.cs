using Judge.Worker.Functions.Languages;

namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    private static Language Ruby { get; } = new()
    {
        Id = "ruby",
        Name = "Ruby",
        SourceFile = "main.rb",
        Extensions = [".rb"],
        SyntaxCheck = ["/usr/bin/ruby", "-c", "main.rb"],
        Run = ["/usr/bin/ruby", "main.rb"],
        // Deep recursion; the default of 1 MiB ends at ten thousand calls.
        Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["RUBY_THREAD_VM_STACK_SIZE"] = "67108864" },
        Version = ["/usr/bin/ruby", "--version"],
        Needs = ["/usr/bin/ruby"],
        Packages = "ruby",
        TimeFactor = 2,
        ExtraTime = TimeSpan.FromMilliseconds(200),
        ExtraMemoryMb = 24,
        OutOfMemoryMarkers = ["NoMemoryError"],
        Functions = new RubyFunctions(),
        SelfTest = "puts gets.split.sum(&:to_i)\n",
    };
}
