namespace Gms.Local;

/// <summary>Finds the programs that are not ours, and installs what is missing from Debian's packages where that is allowed.</summary>
public static class Debian
{
    const string RabbitFolder = "/usr/lib/rabbitmq/bin";

    /// <summary>The folder of the newest PostgreSQL server's programs, or null.</summary>
    public static string? PostgresPrograms =>
        (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [])
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
            .Append(Path.GetDirectoryName(Shell.Find("initdb")))
            .FirstOrDefault(folder => folder is not null && File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));

    /// <summary>The folder of RabbitMQ's own scripts (not Debian's wrappers in /usr/sbin, which insist on the user rabbitmq), or null.</summary>
    public static string? RabbitPrograms => File.Exists(Path.Combine(RabbitFolder, "rabbitmq-server")) ? RabbitFolder : null;

    /// <summary>Debian's Chromium, for the tests of the pages, or null.</summary>
    public static string? Chromium => Shell.Find("chromium");

    /// <summary>What the screenshots need to show Burmese, Khmer, Lao, Thai and Chinese, by a file of each.</summary>
    static readonly (string Package, string File)[] Fonts =
    [
        ("fonts-noto-core", "/usr/share/fonts/truetype/noto/NotoSansKhmer-Regular.ttf"),
        ("fonts-wqy-microhei", "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"),
    ];

    public static bool HasNode => Shell.Find("node") is not null && Shell.Find("npm") is not null;

    /// <summary>The packages that are missing for running the system, and for its tests.</summary>
    public static IReadOnlyList<string> Missing(bool forTests) =>
    [
        .. PostgresPrograms is null ? (string[])["postgresql"] : [],
        .. RabbitPrograms is null ? (string[])["rabbitmq-server"] : [],
        .. forTests && !HasNode ? (string[])["nodejs", "npm"] : [],
        .. forTests && Chromium is null ? (string[])["chromium"] : [],
        .. forTests ? Fonts.Where(font => !File.Exists(font.File)).Select(font => font.Package) : [],
    ];

    public static async Task Install(IReadOnlyList<string> packages, CancellationToken cancel)
    {
        if (packages.Count == 0)
            return;
        var asRoot = await RootPrefix(cancel)
            ?? throw new CannotGoOnException(
                $"Missing on this machine: {string.Join(' ', packages)}. Install with: sudo apt-get install {string.Join(' ', packages)}\n"
                + "and run this again.");
        var script = Path.Combine(AppContext.BaseDirectory, "install.sh");

        // Not broken off half way: a cut-off package is the machine's trouble, not only ours.
        await Shell.MustRun($"Installing {string.Join(' ', packages)}", [.. asRoot, "sh", script, .. packages], CancellationToken.None);
        cancel.ThrowIfCancellationRequested();

        if (Missing(forTests: packages.Contains("nodejs") || packages.Contains("chromium") || Fonts.Any(f => packages.Contains(f.Package))) is { Count: > 0 } still)
            throw new CannotGoOnException($"Installed, but not found afterwards: {string.Join(' ', still)}");
    }

    /// <summary>What to put before a command so that it runs as root without a question; null when there is no way.</summary>
    static async Task<string[]?> RootPrefix(CancellationToken cancel)
    {
        if (Shell.Find("apt-get") is null)
            return null;
        if (Environment.IsPrivilegedProcess)
            return [];
        return Shell.Find("sudo") is { } sudo && (await Shell.Run([sudo, "-n", "true"], cancel)).Ok ? [sudo, "-n"] : null;
    }
}
