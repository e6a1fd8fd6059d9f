using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace Gms.Platform;

/// <summary>
/// Keys as files that only their owner may read: &lt;folder&gt;/&lt;kind&gt;/&lt;name&gt;/&lt;version&gt;.key. A version that another process puts there
/// is seen at the next call; a folder that did not change is not listed again.
/// </summary>
public sealed class KeyFolder(string folder, bool mayCreate) : IKeys
{
    /// <summary>Two changes of a folder may bear one time: what was listed sooner after a change than this is listed again.</summary>
    static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    readonly ConcurrentDictionary<(KeyKind Kind, string Name), Listing> _listings = new();
    readonly ConcurrentDictionary<(KeyKind Kind, string Name, int Version), SigningKey> _signing = new();
    readonly ConcurrentDictionary<(KeyKind Kind, string Name, int Version), SecretKey> _secrets = new();

    public SigningKey Current(KeyKind kind, string name) => Version(kind, name, Latest(kind, name));

    public SigningKey Version(KeyKind kind, string name, int version) => _signing.GetOrAdd((kind, name, version), of =>
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Read(of), out _);
        return new(of.Version, key);
    });

    public IReadOnlyList<SigningKey> All(KeyKind kind, string name)
    {
        Latest(kind, name);
        return [.. Versions(kind, name).Reverse().Select(v => Version(kind, name, v))];
    }

    public SecretKey CurrentSecret(KeyKind kind, string name) => SecretVersion(kind, name, Latest(kind, name));

    public SecretKey SecretVersion(KeyKind kind, string name, int version) =>
        _secrets.GetOrAdd((kind, name, version), of => new(of.Version, Read(of)));

    public IReadOnlyList<SecretKey> AllSecrets(KeyKind kind, string name)
    {
        Latest(kind, name);
        return [.. Versions(kind, name).Select(v => SecretVersion(kind, name, v))];
    }

    public void Rotate(KeyKind kind, string name) => Make(kind, name, Versions(kind, name).FirstOrDefault() + 1);

    int Latest(KeyKind kind, string name)
    {
        if (Versions(kind, name) is [var latest, ..])
            return latest;
        if (!mayCreate)
            throw new InvalidOperationException($"There is no {kind} key for {name} in {folder}. Put one there, or set Keys__Create=true to have it made.");
        Make(kind, name, 1);
        return 1;
    }

    void Make(KeyKind kind, string name, int version)
    {
        var file = FileOf(kind, name, version);
        CreateFolder(Path.GetDirectoryName(file)!);

        // Of two that make the first key at once, one key stays. Moving without replacing is not enough: it looks first and moves then.
        using var alone = Alone(kind);
        if (File.Exists(file))
            return;
        var draft = $"{file}.{Guid.NewGuid():N}";
        using (var writer = new StreamWriter(draft, OwnersOnly(FileMode.CreateNew, FileAccess.Write)))
            writer.Write(Convert.ToBase64String(New(kind)));
        File.Move(draft, file, overwrite: false);    // whole, or not there
    }

    /// <summary>
    /// Held by one process, and one caller in it, at a time; given back by the system when a process ends. It lies with the kind: services that keep
    /// their keys apart share the folder of the countries' credential keys.
    /// </summary>
    FileStream Alone(KeyKind kind)
    {
        FileStream? alone = null;
        return SpinWait.SpinUntil(() => (alone = TryAlone(kind)) is not null, TimeSpan.FromSeconds(10)) ? alone! : throw new IOException($"Another process has been making a key in {folder} for ten seconds.");
    }

    FileStream? TryAlone(KeyKind kind)
    {
        try
        {
            return new(Path.Combine(folder, SnakeCase.Of(kind.ToString()), ".making"), OwnersOnly(FileMode.OpenOrCreate, FileAccess.ReadWrite));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Shared with nobody while it is open.</summary>
    static FileStreamOptions OwnersOnly(FileMode mode, FileAccess access)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    static byte[] New(KeyKind kind)
    {
        if (kind is KeyKind.Column or KeyKind.Search)
            return RandomNumberGenerator.GetBytes(32);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }

    static void CreateFolder(string path)
    {
        // The mode is given to the last folder only: each above is made by itself.
        if (OperatingSystem.IsWindows() || Directory.Exists(path))
            Directory.CreateDirectory(path);
        else
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } above)
                CreateFolder(above);
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>The newest first; none where there is no folder.</summary>
    int[] Versions(KeyKind kind, string name)
    {
        if (_listings.TryGetValue((kind, name), out var listing) && listing.Holds(Directory.GetLastWriteTimeUtc(listing.Folder)))
            return listing.Versions;

        var path = FolderOf(kind, name);
        var (now, changed) = (DateTime.UtcNow, Directory.GetLastWriteTimeUtc(path));
        int[] versions = Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*.key").Select(f => int.Parse(Path.GetFileNameWithoutExtension(f), CultureInfo.InvariantCulture)).OrderDescending()]
            : [];
        _listings[(kind, name)] = new(path, versions, changed, now - changed > Settled);
        return versions;
    }

    byte[] Read((KeyKind Kind, string Name, int Version) key) => Convert.FromBase64String(File.ReadAllText(FileOf(key.Kind, key.Name, key.Version)));

    string FolderOf(KeyKind kind, string name) => Path.Combine(folder, SnakeCase.Of(kind.ToString()), name);

    string FileOf(KeyKind kind, string name, int version) => Path.Combine(FolderOf(kind, name), $"{version}.key");

    /// <summary>What a folder held when it was last changed at that time.</summary>
    sealed record Listing(string Folder, int[] Versions, DateTime Changed, bool IsSettled)
    {
        public bool Holds(DateTime changed) => IsSettled && changed == Changed;
    }
}
