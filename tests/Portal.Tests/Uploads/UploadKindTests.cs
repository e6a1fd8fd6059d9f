using System.Text.RegularExpressions;
using Gms.Portal.Uploads;
using Xunit;

namespace Gms.Portal.Tests.Uploads;

/// <summary>The page names the columns that the guide tells, which the services' own tests hold to what they take.</summary>
public sealed partial class UploadKindTests
{
    [Theory]
    [InlineData("workers", "import-workers.md")]
    [InlineData("contracts", "import-contracts.md")]
    [InlineData("filings", "file-contributions.md")]
    public async Task The_columns_on_the_page_are_those_of_the_guide(string kind, string guide)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Environment.GetEnvironmentVariable("REGISTRY_ROOT")!, "docs", guide), TestContext.Current.CancellationToken);
        var told = lines.Where(line => line.StartsWith("| `", StringComparison.Ordinal)).SelectMany(line => Name().Matches(line.Split('|')[1])).Select(name => name.Groups[1].Value);

        Assert.Equal(told.Order(StringComparer.Ordinal), UploadKind.Find(kind)!.Columns.Split(", ").Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("`([a-z_0-9]+)`")]
    private static partial Regex Name();
}
