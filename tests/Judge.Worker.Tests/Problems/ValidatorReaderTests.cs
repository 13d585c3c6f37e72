using Judge.Worker.Problems;

namespace Judge.Worker.Tests.Problems;

/// <summary>Where a package's own output validator is found, and what is refused.</summary>
public sealed class ValidatorReaderTests
{
    [Theory]
    [InlineData("output_validator/check.py", null, "output_validator/check.py", "python", "check.py")]
    [InlineData("output_validator/check.cc", "output_validator/check.h", "output_validator/check.cc", "cpp", "check.cc")]
    [InlineData("output_validator/a.cpp", "output_validator/b.cpp", "output_validator", "cpp", "a.cpp b.cpp")]
    [InlineData("output_validator/main.py", "output_validator/tools.py", "output_validator", "python", "main.py", "output_validator/main.py")]
    [InlineData("output_validators/check.py", null, "output_validators/check.py", "python", "check.py")]
    [InlineData("output_validators/check.cpp", "output_validators/testlib.h", "output_validators/check.cpp", "cpp", "check.cpp")]
    [InlineData("output_validators/mine/a.cpp", "output_validators/mine/inner/b.cpp", "output_validators/mine", "cpp", "a.cpp inner/b.cpp")]
    [InlineData("output_validators/mine/a.cpp", "output_validators/mine/.hidden", "output_validators/mine/a.cpp", "cpp", "a.cpp")]
    public void A_program_is_a_file_or_a_folder(string first, string? second, string name, string language, string sources, string? nameOfMain = null)
    {
        using var directory = new PackageDirectory();
        directory.Write(first, "");
        if (second is not null) directory.Write(second, "");
        var validator = PackageReader.Read(directory.Path).Validator!;
        Assert.Equal((nameOfMain ?? name, language, sources), (validator.Name, validator.Language, string.Join(' ', validator.Sources)));
        Assert.Equal((ValidatorStyle.Kattis, false), (validator.Style, validator.Interactive));
        Assert.Equal(new ValidatorLimits(TimeSpan.FromSeconds(60), 2048, 8), validator.Limits);
    }

    [Fact]
    public void Problem_yaml_says_how_it_is_called_what_it_may_take_and_what_it_is_given()
    {
        using var directory = new PackageDirectory("name: Sums\nvalidation: custom interactive score\nvalidator_flags: 1e-6 fast\njudge: {checker_style: testlib}\nlimits: {validation_time: 2, validation_memory: 64, validation_output: 1}\n");
        directory.Write("output_validators/check.cpp", "").Write("data/secret/testdata.yaml", "output_validator_flags: slow\n");
        var package = PackageReader.Read(directory.Path);
        Assert.Equal((ValidatorStyle.Testlib, true), (package.Validator!.Style, package.Validator.Interactive));
        Assert.Equal(new ValidatorLimits(TimeSpan.FromSeconds(2), 64, 1), package.Validator.Limits);
        Assert.Equal(["1e-6 fast", "1e-6 fast slow"], package.Cases.Select(c => string.Join(' ', c.ValidatorFlags)), StringComparer.Ordinal);
    }

    [Fact]
    public void One_in_C_is_compiled_as_C()
    {
        using var directory = new PackageDirectory();
        var validator = PackageReader.Read(directory.Write("output_validator/check.c", "").Write("output_validator/check.h", "").Path).Validator!;
        Assert.Equal(("c", "output_validator/check.c"), (validator.Language, validator.Name));
    }

    [Fact]
    public void One_that_only_a_DOMjudge_server_has_is_asked_for()
    {
        using var directory = new PackageDirectory();
        directory.Write("domjudge-problem.ini", "timelimit=1\nspecial_compare='compare'\nspecial_run = 'boolfind_run'\n");
        var fault = Assert.Single(Assert.Throws<PackageException>(() => PackageReader.Read(directory.Path)).Faults);
        Assert.StartsWith("domjudge-problem.ini: special_run names a program of a DOMjudge server: put its source into output_validators/", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("output_validator/check.py", "output_validator/check.cpp", "several languages")]
    [InlineData("output_validator/a.py", "output_validator/b.py", "no main.py")]
    [InlineData("output_validators/a.py", "output_validators/b.cpp", "2 programs")]
    [InlineData("output_validators/a/a.py", "output_validators/b/b.py", "2 programs")]
    [InlineData("output_validator/check.py", "output_validators/check.py", "has one of them")]
    [InlineData("output_validator/check.cpp", "output_validator/build", "build and run scripts")]
    [InlineData("output_validators/mine/check.cpp", "output_validators/mine/run", "build and run scripts")]
    [InlineData("output_validator/Check.java", "output_validator/Other.java", "C, C++ or Python")]
    [InlineData("output_validators/mine/check.go", "output_validators/mine/go.mod", "C, C++ or Python")]
    public void What_cannot_be_run_is_a_fault_that_says_what_to_do(string first, string second, string named)
    {
        using var directory = new PackageDirectory();
        directory.Write(first, "").Write(second, "");
        var fault = Assert.Single(Assert.Throws<PackageException>(() => PackageReader.Read(directory.Path)).Faults);
        Assert.StartsWith("output_validator", fault, StringComparison.Ordinal);
        Assert.Contains(named, fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("judge: {checker_style: polygon}")]
    [InlineData("judge: testlib")]
    public void Another_style_is_a_fault(string yaml)
    {
        using var directory = new PackageDirectory($"name: Sums\n{yaml}\n");
        directory.Write("output_validator/check.py", "");
        Assert.Contains(Assert.Throws<PackageException>(() => PackageReader.Read(directory.Path)).Faults, f => f.Contains("kattis or testlib", StringComparison.Ordinal));
    }
}
