using Gms.Platform;
using Gms.Recruitment.Agencies;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Contracts;

partial class ContractsService
{
    const int DaysAhead = 60;

    public override async Task<Proto.ListMissingResponse> ListMissing(Proto.ListMissingRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var agency = await FindAgency(Read.OptionalId(request.AgencyId, "agency_id") ?? call.Caller.Agency ?? throw Refuse.Invalid(PlatformProblems.FieldRequired("agency_id")), cancel);
        var today = clock.TodayIn(agency.Country);
        var from = Read.OptionalDay(request.From, "from") ?? today;
        var until = Read.OptionalDay(request.Until, "until") ?? from.AddDays(Math.Min(DaysAhead, DateOnly.MaxValue.DayNumber - from.DayNumber));
        if (until < from)
            throw Refuse.Invalid(Problems.ContractWindowTurned());
        var size = Read.PageSize(request.PageSize);

        var page = await Upcoming(agency.Id, from, until, Read.PageToken(request.PageToken), size + 1, cancel);
        var facts = await Facts([.. page.Take(size)], agency, today, forAgency: call.Caller.Agency is not null, cancel);

        foreach (var number in facts.Select(f => f.Contract.WorkerNumber).Distinct())
            call.Disclose(number, "contract");
        return new()
        {
            Contracts = { facts.Select(ToProto) },
            NotLookedAt = { PreparationRules.NotLookedAt },
            NextPageToken = page.Count > size ? page[size - 1].Id.NextPageToken() : "",
        };
    }

    async Task<Agency> FindAgency(Guid id, CancellationToken cancel)
    {
        var agency = await db.Agencies.AsNoTracking().Include(a => a.Licences).ThenInclude(l => l.Suspensions).SingleOrDefaultAsync(a => a.Id == id, cancel) ?? throw Refuse.NotFound(Problems.AgencyNotFound());
        call.MustReach(new() { Countries = [agency.Country], Agencies = [agency.Id] }, Problems.AgencyNotFound());
        return agency;
    }

    /// <summary>By first day, then id; a page goes on after its last contract, which still tells its first day when it has ended meanwhile.</summary>
    async Task<List<Contract>> Upcoming(Guid agency, DateOnly from, DateOnly until, Guid? after, int size, CancellationToken cancel)
    {
        var last = after is null ? null : await db.Contracts.AsNoTracking().Where(c => c.Id == after && c.AgencyId == agency).Select(c => new { c.Id, c.StartsOn }).SingleOrDefaultAsync(cancel) ?? throw Refuse.Invalid(PlatformProblems.PageTokenMalformed());
        var upcoming = db.Contracts.AsNoTracking().Where(c => c.AgencyId == agency && c.Status == ContractStatus.Registered && c.StartsOn >= from && c.StartsOn <= until);
        if (last is not null)
            upcoming = upcoming.Where(c => c.StartsOn > last.StartsOn || (c.StartsOn == last.StartsOn && c.Id > last.Id));
        return await upcoming.OrderBy(c => c.StartsOn).ThenBy(c => c.Id).Take(size).ToListAsync(cancel);
    }

    async Task<IReadOnlyList<PreparationFacts>> Facts(IReadOnlyList<Contract> contracts, Agency agency, DateOnly today, bool forAgency, CancellationToken cancel)
    {
        var ids = contracts.Select(c => c.Id).ToList();
        var employers = await db.Employers.AsNoTracking().Include(e => e.Standings).Where(e => contracts.Select(c => c.EmployerId).Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancel);
        var versions = (await db.Set<ContractVersion>().AsNoTracking().Include(v => v.Signatures).Where(v => ids.Contains(v.ContractId)).ToListAsync(cancel)).ToLookup(v => v.ContractId);
        var costs = (await db.Costs.Where(c => ids.Contains(c.ContractId) && (!forAgency || c.StatedBy != Costs.StatedBy.Worker)).Select(c => c.ContractId).Distinct().ToListAsync(cancel)).ToHashSet();
        // Whether the worker spoke is not told to the agency, neither by this line nor by its absence.
        var statements = forAgency ? [.. ids] : (await db.Declarations.Where(d => ids.Contains(d.ContractId)).Select(d => d.ContractId).Distinct().ToListAsync(cancel)).ToHashSet();
        return [.. contracts.Select(c => new PreparationFacts(
            c, versions[c.Id].MaxBy(v => v.Number)!, agency, employers[c.EmployerId], costs.Contains(c.Id), statements.Contains(c.Id),
            MinimumAge.For(reference.Corridors.Find(c.Origin, c.Destination, c.Channel), reference.Indicators), reference.Standards, today))];
    }

    static Proto.ContractPreparation ToProto(PreparationFacts facts) => new()
    {
        ContractId = facts.Contract.Id.ToString(),
        WorkerNumber = facts.Contract.WorkerNumber,
        StartsOn = facts.Contract.StartsOn.ToProto(),
        Version = facts.Contract.TextVersion,
        Missing = { PreparationRules.Missing(facts) },
    };
}
