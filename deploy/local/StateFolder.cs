using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Gms.Local;

/// <summary>
/// A folder that holds all that a running system keeps: data, logs, secrets, and a record of each process.
/// Its marker file says that it is ours, so nothing else is ever removed.
/// </summary>
public sealed class StateFolder
{
    const string MarkerName = ".gms-registry";
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public StateFolder(string path) => Root = Path.GetFullPath(path);

    public string Root { get; }

    public bool IsOurs => File.Exists(Path.Combine(Root, MarkerName));

    public string this[string name] => Path.Combine(Root, name);

    /// <summary>Eight characters that differ from folder to folder on one machine.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Root)))[..8];

    public string Log(string part) => Path.Combine(Root, "logs", part + ".log");

    public void Make()
    {
        // What is kept of a lost machine comes first on a new one.
        if (Directory.Exists(Root) && !IsOurs && Directory.EnumerateFileSystemEntries(Root).Any(entry => Path.GetFileName(entry) is not ("backups" or "keys" or "secrets" or "seals")))
            throw new CannotGoOnException($"{Root} holds something that is not the registry's. Move it away and run this again.");
        Directory.CreateDirectory(Root);
        File.WriteAllText(Path.Combine(Root, MarkerName), "Made by ./registry, which may remove this folder (./registry wipe).\n");
    }

    public string Folder(string name) => Directory.CreateDirectory(Path.Combine(Root, name)).FullName;

    /// <summary>A folder for keys and secrets: nobody but its owner may look in.</summary>
    public string PrivateFolder(string name) =>
        Directory.CreateDirectory(Path.Combine(Root, name), OwnerOnly | UnixFileMode.UserExecute).FullName;

    /// <summary>The secret in secrets/, made on first use.</summary>
    public string Secret(string fileName)
    {
        var file = Path.Combine(PrivateFolder("secrets"), fileName);
        if (!File.Exists(file))
            WritePrivate(file, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));
        return File.ReadAllText(file).Trim();
    }

    /// <summary>Written whole or not at all, readable by its owner only.</summary>
    public static void WritePrivate(string file, string content)
    {
        var next = file + ".next";
        File.Delete(next);
        using (var stream = new FileStream(next, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = OwnerOnly,
        }))
            stream.Write(Encoding.UTF8.GetBytes(content));
        File.Move(next, file, overwrite: true);
    }

    /// <summary>The state folders inside this one, such as those of tests.</summary>
    public IEnumerable<StateFolder> Nested() =>
        Directory.EnumerateDirectories(Root)
            .Where(folder => Path.GetFileName(folder) is not ("postgres" or "rabbitmq" or "secrets" or "keys" or "seals" or "logs" or "processes" or "engine" or "backups"))
            .Select(folder => new StateFolder(folder))
            .SelectMany(folder => folder.IsOurs ? folder.Nested().Append(folder) : folder.Nested());

    /// <summary>Only one program at a time starts or stops things here.</summary>
    public async Task<IDisposable> Lock(CancellationToken cancel)
    {
        Make();
        FileStream? held = null;
        if (!await Wait.For(() => (held = TryLock()) is not null, TimeSpan.FromMinutes(10), cancel))
            throw new CannotGoOnException($"Another ./registry has been at work in {Root} for ten minutes. Wait for it, or end it.");
        return held!;
    }

    FileStream? TryLock()
    {
        try
        {
            return new FileStream(this["lock"], FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
