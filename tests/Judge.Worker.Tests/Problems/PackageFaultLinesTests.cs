using Judge.Worker.Problems;

namespace Judge.Worker.Tests.Problems;

public sealed class PackageFaultLinesTests
{
    [Fact]
    public void A_fault_of_a_key_names_its_line_and_one_of_a_missing_key_only_the_file()
    {
        using var directory = new PackageDirectory("""
            # A comment first.
            problem_format_version: 1999
            keywords:
              - easy
            validator_flags: sloppy
            limits:
              time_limit: 1
              memory: 1
            """);
        directory.Write("data/secret/testdata.yaml", "grading: default\noutput_validator_flags: float_tolerance\n").Write("data/secret/3.in", "");
        Assert.Equal(
            [
                "data/secret/3.ans: is missing",
                "data/secret/testdata.yaml:2: output_validator_flags: float_tolerance needs a number of at least 0",
                "problem.yaml: name is missing",
                "problem.yaml:2: problem_format_version '1999' is not known (legacy, 2023-07-draft, 2025-09)",
                "problem.yaml:5: validator_flags: unknown output validator flag 'sloppy'",
                "problem.yaml:8: limits.memory must be a number, 16 or more (and 4096 is used for all above it)",
            ],
            Assert.Throws<PackageException>(() => PackageReader.Read(directory.Path)).Faults.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
