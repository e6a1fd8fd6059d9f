using Gms.Credentials;
using Gms.Portal;
using Xunit;

namespace Gms.Portal.Tests.BorderPosts;

/// <summary>The files of the page for border posts agree with one another and with the library.</summary>
public sealed class CheckPageTests
{
    static readonly string Folder = Path.Combine(Environment.GetEnvironmentVariable("REGISTRY_ROOT") ?? throw new InvalidOperationException("REGISTRY_ROOT is not set."), "services", "Portal", "wwwroot", "check");

    static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>What is not kept could not be loaded with the network gone.</summary>
    [Fact]
    public void The_browser_keeps_every_file_of_the_page()
    {
        string[] files = [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f)).Where(f => f is not ("sw.js" or "index.html") && !f.Contains("LICENSE", StringComparison.Ordinal))];

        Assert.True(files.Length > 5);
        Assert.All(files, file => Assert.Contains($"'/check/{file}'", Text("sw.js"), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_verdict_has_words() => Assert.All(
        Enum.GetValues<CredentialFault>().Select(fault => PassCodes.Of(fault)).Append(PassCodes.Valid),
        code => Assert.Contains($"      {code}: [", Text("words.js"), StringComparison.Ordinal));

    public static TheoryData<string> Others => [.. Gms.Portal.Languages.Language.All.Where(l => l != Gms.Portal.Languages.Language.English).Select(l => l.Code)];

    /// <summary>Keys as they stand in a file of words, in whatever order.</summary>
    [Theory]
    [MemberData(nameof(Others))]
    public void Every_language_has_words_for_everything(string code)
    {
        var english = Text("words.js").Split("// Each by its own name")[0];

        Assert.Equal(Keys(english).Except(["en"]), Keys(Text($"words/{code}.js")));
        Assert.Contains($"words/{code}.js", Text("sw.js"), StringComparison.Ordinal);
    }

    static IEnumerable<string> Keys(string words) => System.Text.RegularExpressions.Regex.Matches(words, @"(?<=[\s{,])([A-Za-z_0-9]+): (?=['\[{])").Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal);

    [Fact]
    public void Every_verdict_on_a_certificate_has_words() => Assert.All(
        Enum.GetValues<CredentialFault>().Where(f => f != CredentialFault.NotYetValid).Select(f => new CertificateVerdict(f).Code).Append(new CertificateVerdict(null).Code),
        code => Assert.Contains($"      {code}: [", Text("words.js"), StringComparison.Ordinal));

    [Fact]
    public void Every_channel_has_words() => Assert.All(
        Gms.Registry.Program.Service().Exports.Single(e => e.Name == "departures").Described.Single(c => c.Name == "channel").Codes!.Codes,
        code => Assert.Contains($"      {code}: '", Text("words.js"), StringComparison.Ordinal));
}
