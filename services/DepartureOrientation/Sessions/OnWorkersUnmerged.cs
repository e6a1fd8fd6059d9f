using Gms.Events.Registry;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.DepartureOrientation.Sessions;

/// <summary>Takes two numbers for two people again. Places and certificates given meanwhile stand under the number that their caller used; an officer says whose they are.</summary>
public sealed class OnWorkersUnmerged(DepartureOrientationDb db, TimeProvider clock) : IHandle<WorkersUnmerged>
{
    public async Task Handle(WorkersUnmerged happened, CancellationToken cancel)
    {
        if (await db.Learn(happened, cancel) is { } parted)
            db.AskWhose(happened, await MadeSince(parted, cancel), clock.GetUtcNow());
        await db.Commit(cancel);
    }

    async Task<IReadOnlyList<MadeWhileMerged>> MadeSince(Parted parted, CancellationToken cancel)
    {
        var (numbers, first) = (parted.Sides.All, parted.FirstId);
        var enrolments = await db.Enrolments.Where(e => numbers.Contains(e.WorkerNumber) && e.Id >= first)
            .Select(e => new MadeWhileMerged(e.Country, e.WorkerNumber, "enrolments", e.Id)).ToListAsync(cancel);
        var certificates = await db.Certificates.Where(c => numbers.Contains(c.WorkerNumber) && c.Id >= first)
            .Select(c => new MadeWhileMerged(c.Country, c.WorkerNumber, "certificates", c.Id)).ToListAsync(cancel);
        return [.. enrolments, .. certificates];
    }
}
