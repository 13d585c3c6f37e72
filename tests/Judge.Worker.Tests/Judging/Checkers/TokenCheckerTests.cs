using System.Text;
using Judge.Contracts;
using Judge.Worker.Judging.Checkers;

namespace Judge.Worker.Tests.Judging.Checkers;

/// <summary>The semantics of Kattis's default output validator; a theory's arguments are answer, output, and flags as in a package.</summary>
public sealed class TokenCheckerTests
{
    [Theory]
    [InlineData("1 2 3\n", "1 2 3\n")]
    [InlineData("1 2 3\n", "1 2 3")]
    [InlineData("1 2 3", "1 2 3\n\n \n")]
    [InlineData("1 2 3\n", "1\n2\n3\n")]
    [InlineData("1 2\n3\n", "1\t2\v3\f")]
    [InlineData("1 2\n3\n", "1 2\r\n3\r\n")]
    [InlineData("1\n", "   1")]
    [InlineData("", "")]
    [InlineData("", " \n\t\r\n")]
    [InlineData("\n\n", "")]
    public void White_space_only_separates_tokens(string answer, string output) => Accepted(answer, output);

    [Theory]
    [InlineData("12", "1 2")]
    [InlineData("1 2", "12")]
    [InlineData("1 2", "2 1")]
    [InlineData("1", "1.0")]
    [InlineData("1", "01")]
    [InlineData("1", "+1")]
    [InlineData("a\u00a0b", "a b")]
    [InlineData("a b", "a\0b")]
    [InlineData("abc", "abd")]
    [InlineData("abc", "abcd")]
    [InlineData("abcd", "abc")]
    public void Another_token_is_a_wrong_answer(string answer, string output) => Wrong(answer, output);

    [Theory]
    [InlineData("1\n", "")]
    [InlineData("1\n", "\n")]
    [InlineData("1 2\n", "1\n")]
    public void Less_output_than_the_answer_is_wrong_and_said_so(string answer, string output) =>
        Assert.Contains("output ends too early", Wrong(answer, output).Place, StringComparison.Ordinal);

    [Theory]
    [InlineData("", "1")]
    [InlineData("1\n", "1\n2\n")]
    [InlineData("1\n", "1 1")]
    public void More_output_than_the_answer_is_wrong_and_said_so(string answer, string output) =>
        Assert.Contains("more output than expected", Wrong(answer, output).Place, StringComparison.Ordinal);

    [Theory]
    [InlineData("YES", "yes")]
    [InlineData("yes No", "YES nO")]
    [InlineData("Zz", "zZ")]
    public void Letters_match_without_case_unless_case_sensitive(string answer, string output)
    {
        Accepted(answer, output);
        Wrong(answer, output, "case_sensitive");
        Accepted(answer, answer, "case_sensitive");
    }

    [Theory]
    [InlineData("@", "`")]
    [InlineData("[", "{")]
    [InlineData("^", "~")]
    [InlineData("]", "}")]
    [InlineData("0", "P")]
    [InlineData("\u0001", "!")]
    public void Only_letters_fold_not_every_byte_that_differs_in_that_bit(string answer, string output)
    {
        Wrong(answer, output);
        Wrong(output, answer);
    }

    [Fact]
    public void Bytes_that_are_no_ascii_must_be_the_same()
    {
        Accepted("žluťoučký 狐", "žluťoučký 狐");
        Wrong("ž", "Ž");
        Wrong("é", "e");
        Assert.Equal(Verdict.Accepted, TokenChecker.Check([0xff, 0xfe, 0x80], [0xff, 0xfe, 0x80], CheckerOptions.Default).Verdict);
        Assert.Equal(Verdict.WrongAnswer, TokenChecker.Check([0xff], [0xfe], CheckerOptions.Default).Verdict);
        // 0xE1 and 0xC1 differ in the bit that tells ASCII cases apart; 0x85 and 0xA0 are spaces in Latin-1, not in the C locale.
        Assert.Equal(Verdict.WrongAnswer, TokenChecker.Check([0xe1], [0xc1], CheckerOptions.Default).Verdict);
        Assert.Equal(Verdict.WrongAnswer, TokenChecker.Check("a b"u8, [(byte)'a', 0xa0, (byte)'b'], CheckerOptions.Default).Verdict);
        Assert.Equal(Verdict.WrongAnswer, TokenChecker.Check("a b"u8, [(byte)'a', 0x85, (byte)'b'], CheckerOptions.Default).Verdict);
    }

    [Theory]
    [InlineData("1 2\n", "1 2")]
    [InlineData("1 2\n", "1  2\n")]
    [InlineData("1 2\n", "1\t2\n")]
    [InlineData("1 2\n", "1\n2\n")]
    [InlineData("1 2\n", " 1 2\n")]
    [InlineData("1 2\n", "1 2\n\n")]
    [InlineData("1 2\n", "1 2 \n")]
    [InlineData("1 2\n", "1 2\r\n")]
    [InlineData("", "\n")]
    [InlineData("\n", "")]
    public void White_space_that_matters_and_differs_is_a_presentation_error(string answer, string output)
    {
        Accepted(answer, output);
        Accepted(answer, answer, "space_change_sensitive");
        var found = Check(answer, output, "space_change_sensitive");
        Assert.Equal(Verdict.PresentationError, found.Verdict);
        Assert.Contains("white space differs", found.Place, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 2 3\n", "1  2 4\n")]
    [InlineData("1 2 3\n", "4 2  3\n")]
    [InlineData("1 2 3\n", "1  2\n")]
    [InlineData("1 2 3\n", "1  2 3 4\n")]
    public void A_wrong_token_anywhere_outweighs_the_white_space(string answer, string output) =>
        Wrong(answer, output, "space_change_sensitive");

    [Fact]
    public void Of_several_differences_in_white_space_the_first_is_named()
    {
        var found = Check("1 2\n3 4\n", "1 2\n3  4", "space_change_sensitive");
        Assert.Equal((Verdict.PresentationError, "line 2, token 1: white space differs"), (found.Verdict, found.Place));
    }

    [Theory]
    [InlineData("100", "100.9", "float_absolute_tolerance 1")]
    [InlineData("100", "99.1", "float_absolute_tolerance 1")]
    [InlineData("100", "101", "float_absolute_tolerance 1")]
    [InlineData("100", "99", "float_absolute_tolerance 1")]
    [InlineData("-100", "-101", "float_absolute_tolerance 1")]
    [InlineData("100", "101", "float_relative_tolerance 0.01")]
    [InlineData("-100", "-101", "float_relative_tolerance 0.01")]
    [InlineData("-100", "-99", "float_relative_tolerance 0.01")]
    [InlineData("0", "0.5", "float_tolerance 0.5")]
    [InlineData("1000000", "1000001", "float_tolerance 1e-6")]
    [InlineData("0.000001", "0.0000015", "float_tolerance 1e-6")]
    [InlineData("100", "101.5", "float_absolute_tolerance 0 float_relative_tolerance 0.02")]
    [InlineData("100", "101.5", "float_absolute_tolerance 2 float_relative_tolerance 0")]
    [InlineData("0", "-0", "float_tolerance 0")]
    [InlineData("1", "1.000", "float_tolerance 0")]
    [InlineData("3.5 x 2\n", "3.4999999 X 2.0000001", "float_tolerance 1e-6")]
    public void A_number_within_either_tolerance_is_right(string answer, string output, string flags) => Accepted(answer, output, flags);

    [Theory]
    [InlineData("100", "101.001", "float_absolute_tolerance 1")]
    [InlineData("100", "98.999", "float_absolute_tolerance 1")]
    [InlineData("1", "-1", "float_absolute_tolerance 1")]
    [InlineData("1", "-1", "float_relative_tolerance 0.5")]
    [InlineData("100", "101.1", "float_relative_tolerance 0.01")]
    [InlineData("-100", "100", "float_relative_tolerance 0.01")]
    // Relative to the answer, not to the output: 1/101 of the output would do.
    [InlineData("100", "101.005", "float_relative_tolerance 0.01")]
    [InlineData("0", "0.000001", "float_relative_tolerance 1")]
    [InlineData("1000000", "1000001.1", "float_tolerance 1e-6")]
    [InlineData("0.000001", "0.0000021", "float_tolerance 1e-6")]
    [InlineData("1", "1.0000001", "float_tolerance 0")]
    [InlineData("1000", "1001", "float_absolute_tolerance 0.5")]
    [InlineData("1000", "1000.5", "float_relative_tolerance 1e-6")]
    public void A_number_outside_the_tolerance_is_wrong(string answer, string output, string flags) =>
        Assert.Contains("number outside the tolerance", Wrong(answer, output, flags).Place, StringComparison.Ordinal);

    [Theory]
    [InlineData("1000", "1e3")]
    [InlineData("1000", "1E3")]
    [InlineData("1000", "1e+3")]
    [InlineData("0.001", "1e-3")]
    [InlineData("1e3", "1000")]
    [InlineData("1", "1.")]
    [InlineData("0.5", ".5")]
    [InlineData("5", ".5e1")]
    [InlineData("1", "+1")]
    [InlineData("+1", "1.0")]
    [InlineData("-0.5", "-.5")]
    [InlineData("7", "007")]
    public void A_number_may_be_written_in_any_way_strtod_reads(string answer, string output)
    {
        Accepted(answer, output, "float_tolerance 1e-9");
        // Without a tolerance a number is text.
        Wrong(answer, output);
    }

    [Theory]
    [InlineData("nan")]
    [InlineData("NaN")]
    [InlineData("-nan")]
    [InlineData("inf")]
    [InlineData("+inf")]
    [InlineData("-inf")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("∞")]
    [InlineData("1e999")]
    public void Neither_nan_nor_infinity_is_ever_within_tolerance_of_a_number(string output)
    {
        foreach (var answer in (string[])["1", "0", "-1e300", "1.5"])
        {
            Wrong(answer, output, "float_tolerance 1e6");
            Wrong(answer, output, "float_absolute_tolerance 1e300");
            Wrong(answer, output, "float_relative_tolerance 1e6");
        }
    }

    [Theory]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("inf")]
    [InlineData("NaN")]
    [InlineData("1e999")]
    public void A_finite_number_is_never_within_tolerance_of_an_answer_that_is_not_finite(string answer)
    {
        foreach (var output in (string[])["1", "0", "-1e300", "1e300"])
        {
            Wrong(answer, output, "float_tolerance 1e-6");
            Wrong(answer, output, "float_relative_tolerance 1e-6");
        }
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("1x")]
    [InlineData("1,0")]
    [InlineData("1,000")]
    [InlineData("0x1p0")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("+")]
    [InlineData("++1")]
    [InlineData("+-1")]
    [InlineData("--1")]
    [InlineData("1-")]
    [InlineData("(1)")]
    [InlineData("$1")]
    [InlineData("1\0")]
    [InlineData("1_0")]
    [InlineData("١")]
    public void What_is_no_number_is_wrong_where_the_answer_is_one(string output) =>
        Assert.Contains("not a number", Wrong("1", output, "float_tolerance 1000").Place, StringComparison.Ordinal);

    [Fact]
    public void Only_an_answer_token_that_is_a_number_is_compared_as_one()
    {
        Accepted("impossible", "IMPOSSIBLE", "float_tolerance 1e-6");
        Wrong("impossible", "IMPOSSIBLE", "float_tolerance 1e-6 case_sensitive");
        Wrong("1x", "1.0x", "float_tolerance 1");
        Wrong("impossible", "0", "float_tolerance 1e300");
        Accepted("x 2 y", "X 2.1 y", "float_tolerance 0.2");
    }

    [Fact]
    public void A_tolerance_that_is_not_set_does_not_apply()
    {
        Wrong("1.0", "1.00");
        Wrong("1000000", "1000001", "float_absolute_tolerance 1e-6");
        Wrong("0.0000001", "0.0000002", "float_relative_tolerance 1e-6");
        Wrong("1.0", "1.00", "case_sensitive space_change_sensitive");
    }

    [Fact]
    public void Whole_numbers_beyond_double_precision_are_compared_digit_by_digit_without_a_tolerance()
    {
        Wrong("9007199254740993", "9007199254740992");
        Accepted("9007199254740993", "9007199254740993");
    }

    [Fact]
    public void The_difference_quotes_both_sides_and_the_place_quotes_none()
    {
        var found = Wrong("10 20\n30 secret\n", "10 20\n30 public\n");
        Assert.Equal("line 2, token 2: differs (expected \"secret\", got \"public\")", found.Difference);
        Assert.Equal("line 2, token 2: differs", found.Place);

        var early = Wrong("1\nsecret\n", "1\n");
        Assert.Contains("expected \"secret\"", early.Difference, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", early.Place, StringComparison.Ordinal);

        var late = Wrong("1\n", "1\npublic\n");
        Assert.Contains("got \"public\"", late.Difference, StringComparison.Ordinal);
        Assert.DoesNotContain("public", late.Place, StringComparison.Ordinal);

        var number = Wrong("2.5", "3.5", "float_tolerance 1e-6");
        Assert.Equal("line 1, token 1: number outside the tolerance (expected \"2.5\", got \"3.5\")", number.Difference);
        Assert.Equal("line 1, token 1: number outside the tolerance", number.Place);
    }

    [Fact]
    public void Line_and_token_are_those_of_the_output()
    {
        Assert.StartsWith("line 3, token 1:", Wrong("1 2 3", "1\n2\n4").Place, StringComparison.Ordinal);
        Assert.StartsWith("line 1, token 3:", Wrong("1\n2\n3", "1 2 4").Place, StringComparison.Ordinal);
        Assert.StartsWith("line 4, token 2:", Wrong("1 2", "\n\n\n1 3").Place, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_token_is_quoted_in_part()
    {
        var found = Wrong(new string('a', 5000), new string('b', 5000));
        Assert.InRange(found.Difference!.Length, 20, 200);
        Assert.Contains("aaa", found.Difference, StringComparison.Ordinal);
        Assert.Contains("…", found.Difference, StringComparison.Ordinal);
    }

    [Fact]
    public void A_right_output_has_no_difference_to_tell() => Assert.Equal(CheckResult.Accepted, Check("1 2", "1 2"));

    [Fact]
    public void No_flags_are_the_default() => Assert.Equal(CheckerOptions.Default, CheckerOptions.Parse([]));

    [Theory]
    [InlineData("case_sensitive", true, false, null, null)]
    [InlineData("space_change_sensitive", false, true, null, null)]
    [InlineData("float_tolerance 1e-6", false, false, 1e-6, 1e-6)]
    [InlineData("float_absolute_tolerance 0.5", false, false, 0.5, null)]
    [InlineData("float_relative_tolerance 1e-9", false, false, null, 1e-9)]
    [InlineData("float_absolute_tolerance 0.5 float_relative_tolerance 2", false, false, 0.5, 2.0)]
    [InlineData("space_change_sensitive float_tolerance 0 case_sensitive", true, true, 0.0, 0.0)]
    public void Flags_are_read_in_any_order(string flags, bool caseSensitive, bool spaceSensitive, double? absolute, double? relative) =>
        Assert.Equal(new CheckerOptions(caseSensitive, spaceSensitive, absolute, relative), CheckerOptions.Parse(flags.Split(' ')));

    [Theory]
    [InlineData("sloppy", "sloppy")]
    [InlineData("case_sensitive Case_Sensitive", "Case_Sensitive")]
    [InlineData("1e-6", "1e-6")]
    [InlineData("float_tolerance", "float_tolerance")]
    [InlineData("float_tolerance much", "float_tolerance")]
    [InlineData("float_tolerance -1", "float_tolerance")]
    [InlineData("float_tolerance nan", "float_tolerance")]
    [InlineData("float_tolerance Infinity", "float_tolerance")]
    [InlineData("float_absolute_tolerance case_sensitive", "float_absolute_tolerance")]
    [InlineData("case_sensitive float_relative_tolerance", "float_relative_tolerance")]
    public void A_flag_that_cannot_be_read_is_named(string flags, string named) =>
        Assert.Contains(named, Assert.Throws<FormatException>(() => CheckerOptions.Parse(flags.Split(' '))).Message, StringComparison.Ordinal);

    private static CheckResult Check(string answer, string output, string flags = "") => TokenChecker.Check(
        Encoding.UTF8.GetBytes(answer), Encoding.UTF8.GetBytes(output), CheckerOptions.Parse(flags.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    private static void Accepted(string answer, string output, string flags = "") =>
        Assert.Equal(CheckResult.Accepted, Check(answer, output, flags));

    private static CheckResult Wrong(string answer, string output, string flags = "")
    {
        var found = Check(answer, output, flags);
        Assert.True(found.Verdict == Verdict.WrongAnswer, $"answer '{answer}', output '{output.Replace('\0', '␀')}', flags '{flags}': {found.Verdict}");
        Assert.NotNull(found.Place);
        Assert.NotNull(found.Difference);
        return found;
    }
}
