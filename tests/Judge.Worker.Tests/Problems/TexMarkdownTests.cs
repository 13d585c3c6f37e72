using Judge.Worker.Problems;

namespace Judge.Worker.Tests.Problems;

/// <summary>What statements of real packages are written in.</summary>
public sealed class TexMarkdownTests
{
    [Theory]
    [InlineData(@"\begin{Input} One line. \end{Input}", "## Input\n\n One line.\n")]
    [InlineData(@"\begin{Interaction}Talk.\end{Interaction}", "## Interaction\n\nTalk.\n")]
    [InlineData(@"Say \texttt{a\_b \{1\} 5\%}.", "Say `a_b {1} 5%`.\n")]
    [InlineData(@"\texttt{\textbackslash n\\x}", "`\\n\\x`\n")]
    [InlineData(@"A\vspace{2mm}B\label{x}C \ref{x}", "ABC\n")]
    [InlineData(@"\def\htmlPixelsInCm{45}\newcommand{\maxn}[1]{1\,000}Text", "Text\n")]
    [InlineData("\\begin{figure}[h]\nHere\\end{figure}", "Here\n")]
    [InlineData("\\begin{lstlisting}[language=C]\nint x;\n\\end{lstlisting}", "```\nint x;\n```\n")]
    [InlineData("\\begin{tabular}{|l|r|}\\hline\nname & \\textbf{n} \\\\ \\hline\na\\&b & $2|3$ \\\\\n\\end{tabular}", "| name | **n** |\n|---|---|\n| a&b | $2\\|3$ |\n")]
    [InlineData("\\begin{itemize}\\item a\\begin{enumerate}\\item b\\end{enumerate}\\item c\\end{itemize}", "- a\n\n   1. b\n\n- c\n")]
    public void It_becomes_Markdown(string tex, string markdown) => Assert.Equal(markdown, TexMarkdown.Convert(tex));
}
