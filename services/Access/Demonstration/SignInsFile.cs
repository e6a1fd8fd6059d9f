using System.Text.Json;

namespace Gms.Access.Demonstration;

/// <summary>One account of the demonstration, as it is printed for whoever tries the registry.</summary>
sealed record DemonstrationSignIn(string Account, string Password, string Role, string Organisation, string? Country, Guid AccountId, Guid OrganisationId, Guid? AgencyId);

/// <summary>The demonstration's sign-ins, readable by the file's owner only.</summary>
sealed class SignInsFile(string file)
{
    static readonly JsonSerializerOptions Options = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public Dictionary<string, DemonstrationSignIn> Read() => File.Exists(file)
        ? JsonSerializer.Deserialize<List<DemonstrationSignIn>>(File.ReadAllText(file), Options)!.ToDictionary(s => s.Account)
        : [];

    /// <summary>Whole or not at all.</summary>
    public void Write(IEnumerable<DemonstrationSignIn> signIns)
    {
        var draft = file + ".next";
        File.Delete(draft);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(draft, options))
            JsonSerializer.Serialize(stream, signIns, Options);
        File.Move(draft, file, overwrite: true);
    }
}
