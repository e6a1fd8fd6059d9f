using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace Gms.Platform;

/// <summary>Keys as files that only their owner may read: &lt;folder&gt;/&lt;kind&gt;/&lt;name&gt;/&lt;version&gt;.key</summary>
public sealed class KeyFolder(string folder, bool mayCreate) : IKeys
{
    readonly ConcurrentDictionary<string, SigningKey> _signing = new();
    readonly ConcurrentDictionary<string, SecretKey> _secrets = new();

    public SigningKey Current(KeyKind kind, string name) => Version(kind, name, Latest(kind, name));

    public SigningKey Version(KeyKind kind, string name, int version) => _signing.GetOrAdd(FileOf(kind, name, version), file =>
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(File.ReadAllText(file)), out _);
        return new(version, key);
    });

    public IReadOnlyList<SigningKey> All(KeyKind kind, string name)
    {
        Latest(kind, name);
        return [.. Versions(kind, name).Order().Select(v => Version(kind, name, v))];
    }

    public SecretKey CurrentSecret(KeyKind kind, string name) => SecretVersion(kind, name, Latest(kind, name));

    public SecretKey SecretVersion(KeyKind kind, string name, int version) =>
        _secrets.GetOrAdd(FileOf(kind, name, version), file => new(version, Convert.FromBase64String(File.ReadAllText(file))));

    public IReadOnlyList<SecretKey> AllSecrets(KeyKind kind, string name)
    {
        Latest(kind, name);
        return [.. Versions(kind, name).OrderDescending().Select(v => SecretVersion(kind, name, v))];
    }

    public void Rotate(KeyKind kind, string name) => Make(kind, name, Versions(kind, name).DefaultIfEmpty(0).Max() + 1);

    int Latest(KeyKind kind, string name)
    {
        var latest = Versions(kind, name).DefaultIfEmpty(0).Max();
        if (latest > 0)
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

        // Written aside and moved into place without replacing: of two processes that make the first key at once, one key stays.
        var draft = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(draft, options))
            writer.Write(Convert.ToBase64String(New(kind)));
        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
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

    IEnumerable<int> Versions(KeyKind kind, string name) =>
        Directory.Exists(FolderOf(kind, name))
            ? Directory.EnumerateFiles(FolderOf(kind, name), "*.key").Select(f => int.Parse(Path.GetFileNameWithoutExtension(f), CultureInfo.InvariantCulture))
            : [];

    string FolderOf(KeyKind kind, string name) => Path.Combine(folder, SnakeCase.Of(kind.ToString()), name);

    string FileOf(KeyKind kind, string name, int version) => Path.Combine(FolderOf(kind, name), $"{version}.key");
}
