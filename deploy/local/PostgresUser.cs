namespace Gms.Local;

/// <summary>
/// PostgreSQL refuses to run as root. This says what to put before its commands so that they run as somebody else
/// who can still reach the data, and who must own the data then.
/// </summary>
public sealed record PostgresUser(string? Owner, IReadOnlyList<string> Prefix)
{
    const string CanWrite = "cd \"$1\" && : >probe && rm probe && [ \"$(id -u)\" != 0 ]";

    public static async Task<PostgresUser> For(string folder, CancellationToken cancel)
    {
        if (!Environment.IsPrivilegedProcess)
            return new PostgresUser(null, []);

        foreach (var user in await Candidates(cancel))
        {
            await user.Own(folder, cancel);
            if ((await Shell.Run([.. user.Prefix, "sh", "-c", CanWrite, "sh", folder], cancel)).Ok)
                return user;
        }

        throw new CannotGoOnException(
            $"PostgreSQL does not run as root, and no other user can be given {folder}. "
            + "Run ./registry as an ordinary user, or from a folder that every user may pass through (for example under /srv).");
    }

    /// <summary>Gives the folder and all in it to this user.</summary>
    public async Task Own(string folder, CancellationToken cancel)
    {
        if (Owner is not null)
            await Shell.MustRun("Giving PostgreSQL its folder", ["chown", "-R", "--no-dereference", Owner, folder], cancel);
    }

    static async Task<IEnumerable<PostgresUser>> Candidates(CancellationToken cancel)
    {
        var name = (await Shell.Run(["id", "postgres"], cancel)).Ok ? "postgres" : "nobody";
        string[] change = ["setpriv", "--reuid", name, "--regid", (await Shell.Run(["id", "-g", name], cancel)).Output.Trim(), "--clear-groups"];
        return
        [
            new(name, change),

            // A checkout below a folder that is closed to others, such as /root: the one capability that lets it pass.
            new(name, [.. change, "--inh-caps", "+dac_override", "--ambient-caps", "+dac_override"]),

            // Root, under another number in a user namespace of its own.
            new("root", ["unshare", "--user", "--map-user=65534", "--map-group=65534"]),
        ];
    }
}
