using System.Text.RegularExpressions;
using Xunit;

namespace Gms.Portal.Tests.Pages;

/// <summary>No page makes one call per row: nothing of the Portal awaits within a loop over rows. What a page's answer took in calls is told in its head, see tests/Browser/CallsTests.cs.</summary>
public sealed partial class CallsInLoopsTests
{
    [Fact]
    public void Nothing_waits_for_an_answer_once_for_each_row()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Environment.GetEnvironmentVariable("REGISTRY_ROOT") ?? throw new InvalidOperationException("REGISTRY_ROOT is not set."), "services", "Portal"), "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal))
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin")).ToList();

        Assert.InRange(sources.Count, 100, 1000);
        Assert.Empty(sources.SelectMany(f => Waiting(File.ReadAllText(f)).Select(loop => $"{Path.GetFileName(f)}: {loop}")));
    }

    [Theory]
    [InlineData("foreach (var row in rows)\n    names.Add((await calls.GetAsync(row)).Name);\nDone();", 1)]
    [InlineData("foreach (var row in rows)\n{\n    if (row.Known)\n    {\n        continue;\n    }\n    await calls.GetAsync(row);\n}", 1)]
    [InlineData("for (var i = 0; i < rows.Count; i++)\n    await calls.GetAsync(rows[i]);", 1)]
    [InlineData("await Task.WhenAll(rows.Select(async row => await calls.GetAsync(row)));", 1)]
    [InlineData("foreach (var row in (await calls.ListAsync(new() { Of = \"(\" })).Rows)\n    names.Add(row.Name);\nawait calls.OtherAsync();", 0)]
    [InlineData("await foreach (var some in rows.ReadAllAsync())\n    all.AddRange(some.Rows);", 0)]
    public void A_call_for_each_row_is_seen(string source, int seen) => Assert.Equal(seen, Waiting(source).Count());

    /// <summary>The loops that wait within.</summary>
    static IEnumerable<string> Waiting(string source) =>
        Loop().Matches(source).Where(loop => Body(source, End(source, loop.Index + loop.Length - 1, '(', ')')).Contains("await ", StringComparison.Ordinal)).Select(loop => loop.Value)
            .Concat(EachOne().Matches(source).Select(each => each.Value));

    /// <summary>What is done for each: a block, or one statement.</summary>
    static string Body(string source, int from)
    {
        var begins = from;
        while (begins < source.Length && char.IsWhiteSpace(source[begins]))
            begins++;
        var ends = begins < source.Length && source[begins] == '{' ? End(source, begins, '{', '}') : source.IndexOf(';', begins) is var at and >= 0 ? at : source.Length;
        return source[begins..ends];
    }

    /// <summary>Behind what closes the bracket at this place. Brackets in words are not counted where they come in pairs; a lone one is between quotes.</summary>
    static int End(string source, int at, char opens, char closes)
    {
        var (depth, quoted) = (0, false);
        for (var i = at; i < source.Length; i++)
        {
            quoted ^= source[i] == '"';
            depth += quoted ? 0 : source[i] == opens ? 1 : source[i] == closes ? -1 : 0;
            if (depth == 0)
                return i + 1;
        }
        return source.Length;
    }

    [GeneratedRegex(@"(?<!await )\b(?:foreach|for) \(")]
    private static partial Regex Loop();

    [GeneratedRegex(@"Select\(async ")]
    private static partial Regex EachOne();
}
