using Gms.Platform;
using Gms.Registry.Journeys;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Erasures;

partial class ErasuresService
{
    public override async Task<Proto.ListProposalsResponse> ListProposals(Proto.ListProposalsRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken);
        if (retention.Worker is not { Proposes: true, KeptYears: { } years } rule)
            return new();

        // Whoever was enrolled or seen since then is left alone, and whoever has several numbers: that takes an officer's own look.
        var since = clock.TodayIn(country).AddYears(-years).StartIn(country).ToUniversalTime();
        var entries = db.JourneyEntries.Where(e => e.Generation == db.JourneyBuilds.First(b => b.State == JourneyBuildState.Current).Generation);
        var page = await db.Workers.AsNoTracking()
            .Where(w => w.Country == country && w.EnrolledAt < since && !db.Aliases.Any(a => a.Until == null && (a.Number == w.WorkerNumber || a.Survivor == w.WorkerNumber)) && (after == null || w.Id > after) && !entries.Any(e => e.WorkerNumber == w.WorkerNumber && e.OccurredAt >= since))
            .OrderBy(w => w.Id).Take(size)
            .Select(w => new { w.Id, w.WorkerNumber, w.EnrolledAt, Last = entries.Where(e => e.WorkerNumber == w.WorkerNumber).Max(e => (DateTimeOffset?)e.OccurredAt) })
            .ToListAsync(context.CancellationToken);

        foreach (var worker in page)
            call.Disclose(worker.WorkerNumber, "erasure");
        return new()
        {
            Proposals =
            {
                page.Select(w => new Proto.ErasureProposal
                {
                    WorkerNumber = w.WorkerNumber,
                    LastSeen = (w.Last ?? w.EnrolledAt).DayIn(country).ToProto(),
                    KeptYears = years,
                    Confidence = rule.Confidence,
                    Source = rule.Source ?? "",
                }),
            },
            NextPageToken = page.Count == size ? page[^1].Id.NextPageToken() : "",
        };
    }
}
