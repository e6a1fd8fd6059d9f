using System.Text.RegularExpressions;
using Xunit;

namespace Gms.Conventions;

/// <summary>What may not stand in the source, and how it is laid out.</summary>
public sealed partial class SourceTests
{
    /// <summary>Longer than 300 lines, and why one file is still the readable form.</summary>
    static readonly Dictionary<string, string> LongFiles = new()
    {
    };

    /// <summary>Everything that stands in the root. A new entry is a decision, not an accident.</summary>
    static readonly string[] RootEntries =
    [
        ".ci", ".dockerignore", ".editorconfig", ".gitattributes", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "Directory.Build.props", "Directory.Packages.props", "LICENSE", "README.md",
        "Registry.sln", "deploy", "docker-compose.yml", "docs", "global.json", "protos", "registry", "services", "tests",
    ];

    /// <summary>Relays, seals and tokens see the real time; the Portal has no rules, only sessions and deadlines.</summary>
    static readonly string[] RealTimeIsMeant = ["services/Platform/", "services/Portal/"];

    [Fact]
    public void The_root_holds_what_belongs_there() => Broken.None(Checkout.Entries().Except(RootEntries), "In the root, and not on the list of this test:");

    [Fact]
    public void Time_comes_from_the_clock_that_is_handed_in() => Broken.None(
        Lines("services", RealTime()).Where(l => !l.File.EndsWith("/Program.cs", StringComparison.Ordinal) && !RealTimeIsMeant.Any(folder => l.File.StartsWith(folder, StringComparison.Ordinal))).Select(l => l.ToString()),
        "A rule or call that asks the machine for the time cannot be tested on its edge days; use TimeProvider (TimeProvider.System where the real time is meant):");

    [Fact]
    public void No_log_line_takes_an_object_apart() => Broken.None(
        Lines("services", Destructured()).Select(l => l.ToString()),
        "{@…} in a log template writes every property, a person's data among them; log ids:");

    [Fact]
    public void No_test_is_switched_off() => Broken.None(
        Lines("tests", SwitchedOff()).Where(l => l.File != "tests/Conventions/SourceTests.cs").Select(l => l.ToString()),
        "A test that does not run proves nothing; repair it or delete it:");

    [Fact]
    public void Nothing_waits_by_sleeping() => Broken.None(
        Lines("services", Sleeps()).Concat(Lines("tests", Sleeps())).Where(l => l.File != "tests/Conventions/SourceTests.cs").Select(l => l.ToString()),
        "Wait for a condition with a deadline:");

    [Fact]
    public void A_statement_names_its_columns_so_that_a_schema_step_under_it_is_no_failure() => Broken.None(
        from file in Checkout.Files(".cs", "services")
        from Match asked in AllColumns().Matches(Checkout.Read(file))
        where !asked.Value.Contains(".OrderBy(", StringComparison.Ordinal)
        select $"{file}: {asked.Value.ReplaceLineEndings(" ")}",
        "Planned once, it fails when a column is added (decision 0047); compose upon it (.OrderBy), and EF names the columns around it:");

    [Fact]
    public void A_file_is_read_in_one_sitting() => Broken.None(
        from file in Checkout.Files(".cs")
        where !LongFiles.ContainsKey(file)
        let lines = File.ReadLines(Checkout.Full(file)).Count()
        where lines > 300
        select $"{file}: {lines} lines",
        "Over 300 lines asks for a second look: usually two things in one file. With a reason, add it to the list of this test:");

    [Fact]
    public void A_service_folder_is_named_after_what_the_office_does() => Broken.None(
        from folder in Directory.EnumerateDirectories(Checkout.Full("services"), "*", SearchOption.AllDirectories)
        where Technical.Contains(Path.GetFileName(folder))
        select Path.GetRelativePath(Checkout.Root, folder),
        "A folder says what the office does, not what the code is:");

    static readonly string[] Technical = ["Models", "Helpers", "Services", "Infrastructure", "Application", "Common", "Utils", "Utilities", "Entities", "Handlers", "Interfaces", "Managers"];

    static IEnumerable<Line> Lines(string below, Regex unwanted) =>
        from file in Checkout.Files(".cs", below)
        from line in File.ReadLines(Checkout.Full(file)).Select((text, i) => new Line(file, i + 1, text.Trim()))
        where !line.Text.StartsWith("//", StringComparison.Ordinal) && unwanted.IsMatch(line.Text)
        select line;

    sealed record Line(string File, int Number, string Text)
    {
        public override string ToString() => $"{File}:{Number}: {Text}";
    }

    [GeneratedRegex(@"FromSql\(\$?""SELECT \*[^;]*;")]
    private static partial Regex AllColumns();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex RealTime();

    [GeneratedRegex(@"\{@")]
    private static partial Regex Destructured();

    [GeneratedRegex(@"\bSkip\s*=\s*""|\bAssert\.Skip\(")]
    private static partial Regex SwitchedOff();

    [GeneratedRegex(@"\bThread\.Sleep\(")]
    private static partial Regex Sleeps();
}
