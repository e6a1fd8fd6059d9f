using Gms.Platform;
using Gms.Registry.Distress;
using Gms.Registry.Stays;
using Microsoft.EntityFrameworkCore;

namespace Gms.Registry.Merges;

/// <summary>What was recorded here while two numbers were one person.</summary>
static class MadeHere
{
    public static async Task<IReadOnlyList<MadeWhileMerged>> Since(RegistryDb db, Parted parted, CancellationToken cancel)
    {
        var (numbers, first) = (parted.Sides.All, parted.FirstId);
        var departures = await db.Departures.Where(d => numbers.Contains(d.WorkerNumber) && d.Id >= first).Select(d => new MadeWhileMerged(d.Origin, d.WorkerNumber, "departures", d.Id)).ToListAsync(cancel);
        var crossings = await db.Crossings.Where(c => numbers.Contains(c.WorkerNumber) && c.Id >= first).Select(c => new MadeWhileMerged(c.Country, c.WorkerNumber, "crossings", c.Id)).ToListAsync(cancel);
        var returns = await db.Returns.Where(r => numbers.Contains(r.WorkerNumber) && r.Id >= first).Select(r => new MadeWhileMerged(r.Country, r.WorkerNumber, "returns", r.Id)).ToListAsync(cancel);
        var changes = await db.Set<StayChange>().Where(c => numbers.Contains(c.WorkerNumber) && c.Id >= first).Select(c => new MadeWhileMerged(c.Country, c.WorkerNumber, "stay_changes", c.Id)).ToListAsync(cancel);
        var distress = await db.Set<DistressCase>().Where(c => numbers.Contains(c.WorkerNumber) && c.Id >= first).Select(c => new MadeWhileMerged(c.Origin, c.WorkerNumber, "distress_cases", c.Id)).ToListAsync(cancel);
        // First of all: whoever agreed under the other's number let an organisation read a record that is not theirs.
        var consents = await db.Consents.Where(c => numbers.Contains(c.WorkerNumber) && c.Id >= first).Select(c => new MadeWhileMerged(c.Country, c.WorkerNumber, "consents", c.Id)).ToListAsync(cancel);
        var documents = await db.Workers.Where(w => numbers.Contains(w.WorkerNumber)).SelectMany(w => w.Documents.Where(d => d.Id >= first), (w, d) => new MadeWhileMerged(w.Country, w.WorkerNumber, "documents", d.Id)).ToListAsync(cancel);
        var corrections = await db.Corrections.Where(c => numbers.Contains(c.WorkerNumber) && c.Id >= first).Select(c => new MadeWhileMerged(c.Country, c.WorkerNumber, "corrections", c.Id)).ToListAsync(cancel);
        return [.. consents, .. documents, .. corrections, .. departures, .. crossings, .. returns, .. changes, .. distress];
    }
}
