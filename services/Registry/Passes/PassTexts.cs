using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Registry.Passes;

/// <summary>Reads the text of a pass, which is under its person's own key.</summary>
sealed class PassTexts(RegistryDb db, PersonKeys people)
{
    /// <returns>Null when the person was erased.</returns>
    public async Task<string?> Of(Pass pass, CancellationToken cancel)
    {
        var worker = await db.Workers.AsNoTracking().Where(w => w.WorkerNumber == pass.WorkerNumber).Select(w => new { w.Id, w.PersonKey }).SingleOrDefaultAsync(cancel);
        return worker?.PersonKey is { } key ? people.Open(key, worker.Id).Decrypt(pass.TextEncrypted, pass.Id) : null;
    }
}
