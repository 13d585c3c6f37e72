using Judge.Worker.Languages;

namespace Judge.Worker.Tests.Languages;

public sealed class JavaNamesTests
{
    [Theory]
    [InlineData("class Main { public static void main(String[] a) { } }", null, "Main", null)]
    [InlineData("import java.util.*;\npublic class Foo { public static void main(String[] a) { } }", "Foo", "Foo", null)]
    [InlineData("package a . b;\nfinal class Foo { static void main(String... a) { } }", null, "Foo", "a.b")]
    [InlineData("// public class No {\n/* public class Nor { */ class A { } class B { public static void main(String[] a) { } }", null, "B", null)]
    [InlineData("class A { String s = \"\\\"public class X {\"; char c = '\\''; char d = '{'; }\nclass B { public static void main(String[] a) { } }", null, "B", null)]
    [InlineData("class A { String s = \"\"\"\n  public class X { \\\"\"\" {\n\"\"\"; }\npublic class B { public static void main(String[] a) { } }", "B", "B", null)]
    [InlineData("class Solver { void main(int x) { } }\nclass Main { public static void main(String[] a) { } }", null, "Main", null)]
    [InlineData("class Main { public static void main(String[] a) { } }\npublic class Other { public static void main(String[] a) { } }", "Other", "Other", null)]
    [InlineData("@SuppressWarnings({\"x\"}) public record Point<T>(int x) { public static void main(String[] a) { } }", "Point", "Point", null)]
    [InlineData("public sealed interface Shape permits Round { static void main(String[] a) { } }\nrecord Round() implements Shape { }", "Shape", "Shape", null)]
    [InlineData("class Outer { public static class Inner { public static void main(String[] a) { } } }", null, null, null)]
    [InlineData("class Outer { void f() { String record = \"\"; Runnable r = () -> { class Local { void main() { } } }; } }\nenum Ä { X; public static void main(String[] a) { } }", null, "Ä", null)]
    [InlineData("public class", null, null, null)]
    [InlineData("", null, null, null)]
    [InlineData("class A { /* \" ' {", null, null, null)]
    public void Names_are_read_off_the_source_and_not_off_its_comments_and_texts(string source, string? shown, string? main, string? package) =>
        Assert.Equal(new JavaNames(shown, main, package), JavaNames.Of(source));

    [Fact]
    public void A_name_that_no_file_can_have_is_left_to_the_compiler_and_many_packages_are_read_in_no_time()
    {
        Assert.Equal(new JavaNames(null, null, null), JavaNames.Of($"public class {new string('类', 90)} {{ public static void main(String[] a) {{ }} }}"));
        Assert.Equal(new JavaNames(null, "A", "p"), JavaNames.Of($"package p; {string.Concat(Enumerable.Repeat("package q ", 50_000))}; class A {{ static void main() {{ }} }}"));
    }

    [Fact]
    public void A_program_with_the_usual_name_is_compiled_and_run_as_ever()
    {
        var java = LanguageCatalog.Find("java")!;
        Assert.Same(java, JavaNames.Fit(java, java.SelfTest));
        var other = JavaNames.Fit(java, "package p; public class Foo { } class Bar { static void main(String[] a) { } }");
        Assert.Equal(("Foo.java", "Foo.java", "p.Bar", "p/Bar.class"), (other.SourceFile, other.Compile![^1], other.Run[^1], other.Artifact!.Value.File));
        Assert.Equal("Foo.java", other.Preparation!.Compile[^1]);
    }
}
