using System.Text.Json;

namespace Gms.Access.Messages;

/// <summary>Writes messages down, each to a file that only its owner reads, where nothing can be sent: on a developer's machine.</summary>
sealed class FolderSender(string folder, AddressKind reaches) : ISender
{
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public AddressKind Reaches => reaches;

    public async Task<Sending> Send(Letter letter, CancellationToken cancel)
    {
        var (file, owner) = (Path.Combine(folder, $"{letter.Id:N}.json"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var draft = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
        {
            Directory.CreateDirectory(folder, owner | UnixFileMode.UserExecute);
            draft.UnixCreateMode = owner;
        }
        await using (var stream = new FileStream(file + ".next", draft))
            await JsonSerializer.SerializeAsync(stream, new { letter.To, letter.Text, letter.Language }, Readable, cancel);
        File.Move(file + ".next", file, overwrite: true);
        return Sending.Taken;
    }
}
