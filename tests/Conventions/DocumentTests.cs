using System.Text.RegularExpressions;
using Xunit;

namespace Gms.Conventions;

/// <summary>What the documents name is there.</summary>
public sealed partial class DocumentTests
{
    static readonly IReadOnlyList<string> Documents = [.. Checkout.Files(".md")];

    [Fact]
    public void The_documents_a_newcomer_looks_for_are_there() => Broken.None(
        new[] { "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/glossary.md", "docs/architecture.md", "docs/calls.md", "docs/events.md" }.Where(file => !Checkout.Has(file)),
        "Missing:");

    [Fact]
    public void Every_link_leads_somewhere() => Broken.None(
        from document in Documents
        from target in Link().Matches(WithoutCode(document)).Select(m => m.Groups[1].Value)
        where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
        let parts = target.Split('#')
        let file = parts[0].Length == 0 ? document : Path.GetRelativePath(Checkout.Root, Path.GetFullPath(Path.Combine(Checkout.Full(Path.GetDirectoryName(document)!), parts[0])))
        where !Checkout.Has(file) || (parts.Length > 1 && file.EndsWith(".md", StringComparison.Ordinal) && !Anchors(file).Contains(parts[1]))
        select $"{document}: {target}",
        "A link that leads nowhere:");

    [Fact]
    public void Every_path_that_a_document_names_exists() => Broken.None(
        from document in Documents
        from path in Quoted().Matches(Checkout.Read(document)).Select(m => m.Groups[1].Value)
        where IsPath(path) && !Checkout.Has(path) && !Checkout.Has(Path.Combine(Path.GetDirectoryName(document)!, path))
        select $"{document}: {path}",
        "A document names a file or folder that is not there (write what varies as <Name>):");

    [Fact]
    public void Documents_name_only_verbs_that_exist()
    {
        var verbs = Verb().Matches(Checkout.Read("deploy/local/Program.cs")).Select(m => m.Groups[1].Value).ToHashSet();
        Broken.None(
            from document in Documents
            from used in Used().Matches(Checkout.Read(document)).Select(m => m.Groups[1].Value)
            where !verbs.Contains(used)
            select $"{document}: ./registry {used}",
            "No such verb:");
    }

    [Fact]
    public void Decisions_are_numbered_without_gaps()
    {
        var names = Checkout.Files(".md", "docs/decisions").Select(file => Path.GetFileName(file)!).ToList();
        Broken.None(
            names.Where((name, i) => !name.StartsWith($"{i + 1:0000}-", StringComparison.Ordinal) || !Checkout.Read($"docs/decisions/{name}").StartsWith($"# {i + 1:0000}: ", StringComparison.Ordinal)),
            "0001, 0002 … in name and heading (a decision that no longer holds is kept and says by which it was replaced):");
    }

    [Fact]
    public void A_decision_tells_situation_choice_and_price() => Broken.None(
        from file in Checkout.Files(".md", "docs/decisions")
        where new[] { "## Situation", "## Choice", "## Price" }.Any(part => !Checkout.Read(file).Contains(part, StringComparison.Ordinal))
        select file,
        "Half a page under three headings, Situation, Choice, Price:");

    static bool IsPath(string text) =>
        text.IndexOfAny(['<', '>', '*', '…', ' ', '(', '{', '$', ':']) < 0
        && (text.StartsWith("services/", StringComparison.Ordinal) || text.StartsWith("protos/", StringComparison.Ordinal) || text.StartsWith("tests/", StringComparison.Ordinal)
            || text.StartsWith("docs/", StringComparison.Ordinal) || text.StartsWith("deploy/", StringComparison.Ordinal) || text.StartsWith(".ci/", StringComparison.Ordinal)
            || FileName().IsMatch(text));

    static string WithoutCode(string document) => Code().Replace(Checkout.Read(document), "");

    static IEnumerable<string> Anchors(string file) =>
        Heading().Matches(WithoutFences(file)).Select(m => NotInAnchor().Replace(m.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    static string WithoutFences(string file) => Fence().Replace(Checkout.Read(file), "");

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("```.*?```|(?<!\\[)`[^`\n]+`(?!\\])", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchor();

    [GeneratedRegex(@"^[A-Z][\w.-]*\.(md|sln|props)$|^[\w./-]+/[\w.-]+\.(cs|md|json|proto|sql|sh)$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^Verb\(""(\w+)""", RegexOptions.Multiline)]
    private static partial Regex Verb();

    [GeneratedRegex(@"\./registry ([a-z]+)")]
    private static partial Regex Used();
}
