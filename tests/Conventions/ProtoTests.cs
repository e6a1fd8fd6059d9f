using Xunit;

namespace Gms.Conventions;

/// <summary>The protos are the handbook: everything in them is explained, in one style, and only added to.</summary>
public sealed class ProtoTests
{
    [Fact]
    public void Everything_is_commented() => Broken.None(
        Contracts.All.Where(e => e.Comment.Length == 0).Select(e => $"{e.File}: {e.Kind} {e.Name}"),
        $"Of {Contracts.All.Count} services, calls, messages, fields, enums and values these have no comment:");

    [Fact]
    public void A_comment_is_a_sentence() => Broken.None(
        Contracts.All.Where(e => e.Comment.Length > 0 && !".?)…".Contains(e.Comment[^1], StringComparison.Ordinal)).Select(e => $"{e.File}: {e.Kind} {e.Name}"),
        "Not ended by a full stop, so perhaps not ended:");

    [Fact]
    public void The_style_is_kept_and_nothing_was_broken()
    {
        Assert.SkipUnless(OnPath("node") && OnPath("npm"), "Needs Node (nodejs and npm), which ./registry test installs.");
        var installed = new FileInfo(Checkout.Full("protos/node_modules/.package-lock.json"));
        if (!installed.Exists || installed.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Checkout.Full("protos/package-lock.json")))
            Npm("ci", "--ignore-scripts", "--no-audit", "--no-fund");
        Npm("run", "--silent", "check");
    }

    static void Npm(params string[] arguments)
    {
        var failure = Checkout.Failure("protos", "npm", arguments).GetAwaiter().GetResult();
        Assert.True(failure.Length == 0, failure + "\nWhat breaks callers on purpose is accepted by: ./registry protos --accept");
    }

    static bool OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
