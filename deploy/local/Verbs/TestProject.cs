using System.Globalization;
using System.Xml.Linq;

namespace Gms.Local.Verbs;

/// <summary>One project of tests, run by dotnet test; its TRX file is what counts.</summary>
sealed record TestProject(string File)
{
    const string ByNameProperty = "RunByName";

    string Name => Path.GetFileNameWithoutExtension(File);

    /// <summary>The word by which it is run alone, as its project file says; null for one that always runs.</summary>
    public string? ByName => XDocument.Load(File).Descendants(ByNameProperty).SingleOrDefault()?.Value;

    public static IEnumerable<TestProject> In(string checkout)
    {
        var tests = Path.Combine(checkout, "tests");
        return !Directory.Exists(tests)
            ? []
            : Directory.EnumerateFiles(tests, "*.csproj", SearchOption.AllDirectories)
                .Where(file => System.IO.File.ReadAllText(file).Contains("Microsoft.NET.Test.Sdk", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(file => new TestProject(file));
    }

    public async Task<TestCount> Run(string? filter, string results, IReadOnlyDictionary<string, string?> environment, CancellationToken cancel)
    {
        // With a filter most projects have nothing to run: what a project says is shown once it is known to have had a test.
        var said = new List<string> { "", $"== {Name}" };
        if (filter is null)
            said.ForEach(Console.WriteLine);
        var trx = Path.Combine(results, Name + ".trx");
        string[] command =
        [
            "dotnet", "test", File, "--no-build", "-c", "Release", "--nologo",
            "--logger", $"trx;LogFileName={trx}", "--logger", "console;verbosity=minimal", "--results-directory", results,
            .. filter is null ? (string[])[] : ["--filter", $"FullyQualifiedName~{filter}"],
        ];
        var result = await Shell.Run(command, cancel, Path.GetDirectoryName(File), environment, filter is null ? Console.WriteLine : said.Add);
        var report = System.IO.File.Exists(trx) ? XDocument.Load(trx) : null;
        var count = report is null ? new TestCount(0, 0, 0) : Counted(report);
        if (filter is not null && (count.All > 0 || !result.Ok))
            said.ForEach(Console.WriteLine);
        if (result.Ok || count.Failed > 0)
            return count;

        // A host that crashed or never started, or a class whose clean-up failed, leaves no failed test behind: that counts as one, and only the report has its text.
        if (report is not null)
            Console.WriteLine(Summary(report).Descendants().FirstOrDefault(e => e.Name.LocalName == "StdOut")?.Value);
        return count + new TestCount(0, 1, 0);
    }

    static XElement Summary(XDocument report) => report.Descendants().First(e => e.Name.LocalName == "ResultSummary");

    static TestCount Counted(XDocument report)
    {
        var counters = Summary(report).Elements().First(e => e.Name.LocalName == "Counters");
        return new(Number("passed"), Number("executed") - Number("passed"), Number("total") - Number("executed"));

        int Number(string name) => int.Parse(counters.Attribute(name)!.Value, CultureInfo.InvariantCulture);
    }
}

/// <summary>How many tests ended how.</summary>
sealed record TestCount(int Passed, int Failed, int Skipped)
{
    public int All => Passed + Failed + Skipped;

    public static TestCount operator +(TestCount a, TestCount b) => new(a.Passed + b.Passed, a.Failed + b.Failed, a.Skipped + b.Skipped);
}
