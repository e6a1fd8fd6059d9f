using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.Employers;
using Gms.Recruitment.JobOrders;
using Gms.Recruitment.Reference;
using Microsoft.EntityFrameworkCore;
using Check = Gms.Type.V1.Check;
using Purpose = Gms.Type.V1.Purpose;
using RegistryProto = Gms.Registry.V1;

namespace Gms.Recruitment.Contracts;

/// <summary>A contract as it was sent: read, not weighed.</summary>
public sealed record SentContract(Guid Id, ContractText Text, string? DocumentReference, IReadOnlyList<ContractDocument> Documents, Guid? TransferredFrom = null);

/// <summary>What became of a contract that was sent: added, on record already to the letter, or refused.</summary>
public sealed record TakenContract(Contract? New, IReadOnlyList<Check> Checks, Guid? OnRecord = null, RefusedException? Refused = null);

/// <summary>
/// Takes contracts, one or a piece of a list: confirms the workers, then weighs each on parties that are held still until it is saved. Whoever suspends an
/// agency or employer, or closes an order, waits for what is in flight, and what comes later sees it.
/// </summary>
public sealed class ContractIntake(RecruitmentDb db, RecruitmentReference reference, IPeers peers, TimeProvider clock)
{
    const int AskedAtOnce = 16;

    readonly Dictionary<string, RegistryProto.ConfirmWorkerResponse> _confirmed = [];

    /// <param name="sent">The contracts.</param>
    /// <param name="beside">A contract that ends with this change and does not stand in the way; null for none.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IReadOnlyList<TakenContract>> Take(IReadOnlyList<SentContract> sent, Contract? beside, CancellationToken cancel)
    {
        await Confirm(sent, cancel);
        var parties = await HoldParties(sent, cancel);
        var numbers = await db.NumbersOfEach([.. sent.Select(s => s.Text.WorkerNumber)], cancel);
        string[] all = [.. numbers.Values.SelectMany(n => n).Distinct()];
        var known = await db.Contracts.AsNoTracking().Where(c => all.Contains(c.WorkerNumber)).ToListAsync(cancel);
        var ids = sent.Select(s => s.Id).ToList();
        var taken = await db.Contracts.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.TextHash, cancel);

        return [.. sent.Select(one => Weigh(one, parties, [.. known.Where(c => c.Id != beside?.Id && numbers[one.Text.WorkerNumber].Contains(c.WorkerNumber))], taken.GetValueOrDefault(one.Id)))];
    }

    TakenContract Weigh(SentContract one, Parties parties, IReadOnlyList<Contract> ofWorker, string? hashOfId)
    {
        var text = one.Text;
        var written = text.Write();
        var hash = ContractText.HashOf(written);
        if (hashOfId == hash)
            return new(null, [], OnRecord: one.Id);
        if (ofWorker.FirstOrDefault(c => c.TextHash == hash && c.WorkerNumber == text.WorkerNumber && c.LastDay >= c.StartsOn) is { } same)
            return new(null, [], OnRecord: same.Id);

        if (text.AgencyId is { } agencyId && !parties.Agencies.ContainsKey(agencyId))
            return NotFound(Problems.AgencyNotFound());
        if (!parties.Employers.TryGetValue(text.EmployerId, out var employer))
            return NotFound(Problems.EmployerNotFound());
        var order = text.JobOrderId is { } orderId ? parties.JobOrders.GetValueOrDefault(orderId) : null;
        if (text.JobOrderId is not null && order?.IsFor(text.AgencyId) is not true)
            return NotFound(Problems.JobOrderNotFound());    // an order of another agency is not told apart from one that is not there

        var agency = text.AgencyId is { } id ? parties.Agencies[id] : null;
        var worker = _confirmed[text.WorkerNumber];
        var contract = Make(one, written, hash, worker, agency);
        var corridor = reference.Corridors.Find(text.Origin, text.Destination, text.Channel);
        var today = clock.TodayIn(contract.Country);
        // The database refuses two contracts for one day under one number; under another number of the same worker it cannot see it.
        IReadOnlyList<Contract> elsewhere = [.. ofWorker.Where(c => c.WorkerNumber != text.WorkerNumber)];
        IReadOnlyList<Problem> problems = [.. ContractRules.ToRegister(contract, text, new(worker.Exists, corridor, agency, employer, order, MinimumAge.For(corridor, reference.Indicators), elsewhere, reference.Standards, today))];
        return problems.Count > 0 ? new(null, [], Refused: Refuse.NotNow(problems)) : new(contract, ChecksOf(text, employer, today));
    }

    IReadOnlyList<Check> ChecksOf(ContractText text, Employer employer, DateOnly today) =>
        [.. StandardRules.OfContract(reference.Standards, text).Checks, .. EmployerRules.Accreditation(employer, today) is { } accreditation ? [accreditation] : Array.Empty<Check>()];

    static TakenContract NotFound(Problem problem) => new(null, [], Refused: Refuse.NotFound(problem));

    Contract Make(SentContract one, string written, string hash, RegistryProto.ConfirmWorkerResponse worker, Agency? agency)
    {
        var text = one.Text;
        var now = clock.GetUtcNow();
        return new()
        {
            Id = one.Id,
            WorkerNumber = text.WorkerNumber,
            WorkerBorn = worker.BirthDate is { } born ? Read.PartialDay(born, "birth_date") : null,
            Country = agency?.Country ?? text.Destination,
            AgencyId = text.AgencyId,
            EmployerId = text.EmployerId,
            JobOrderId = text.JobOrderId,
            TransferredFrom = one.TransferredFrom,
            Origin = text.Origin,
            Destination = text.Destination,
            Channel = text.Channel,
            Occupation = text.Occupation,
            Sector = reference.Occupations.SectorOf(text.Occupation),
            EmploymentType = text.EmploymentType,
            StartsOn = text.StartsOn,
            EndsOn = text.EndsOn,
            LastDay = text.EndsOn,
            TextVersion = 1,
            TextHash = hash,
            RegisteredAt = now,
            Versions = [ContractVersion.Of(one.Id, 1, VersionCause.Registered, text, written, one.DocumentReference, one.Documents, now)],
        };
    }

    /// <summary>Asks the registry of workers, several at a time; what was answered once is not asked again when a piece is saved by halves.</summary>
    async Task Confirm(IReadOnlyList<SentContract> sent, CancellationToken cancel)
    {
        var workers = new RegistryProto.Workers.WorkersClient(peers.To("Registry", Purpose.Recruitment));
        foreach (var some in sent.Select(s => s.Text.WorkerNumber).Distinct().Where(n => !_confirmed.ContainsKey(n)).Chunk(AskedAtOnce))
        {
            var answers = await Task.WhenAll(some.Select(async number => (number, answer: await workers.ConfirmWorkerAsync(new() { WorkerNumber = number }, cancellationToken: cancel))));
            foreach (var (number, answer) in answers)
                _confirmed[number] = answer;
        }
    }

    /// <summary>
    /// Reads agencies, employers and orders under locks, always in this order and by id. A lock of the order is what its place is taken under anyway; the
    /// others only hold off changes of them.
    /// </summary>
    async Task<Parties> HoldParties(IReadOnlyList<SentContract> sent, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null)
            await db.Begin(cancel);
        Guid[] agencies = [.. sent.Select(s => s.Text.AgencyId).OfType<Guid>().Distinct()], employers = [.. sent.Select(s => s.Text.EmployerId).Distinct()], orders = [.. sent.Select(s => s.Text.JobOrderId).OfType<Guid>().Distinct()];
        await db.Database.ExecuteSqlAsync($"SELECT FROM agencies WHERE id = ANY({agencies}) ORDER BY id FOR SHARE", cancel);
        await db.Database.ExecuteSqlAsync($"SELECT FROM employers WHERE id = ANY({employers}) ORDER BY id FOR SHARE", cancel);
        await db.Database.ExecuteSqlAsync($"SELECT FROM job_orders WHERE id = ANY({orders}) ORDER BY id FOR NO KEY UPDATE", cancel);
        return new(
            await db.Agencies.AsNoTracking().Include(a => a.Licences).ThenInclude(l => l.Suspensions).Where(a => agencies.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancel),
            await db.Employers.AsNoTracking().Include(e => e.Standings).Where(e => employers.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancel),
            await db.JobOrders.AsNoTracking().Where(o => orders.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancel));
    }

    /// <summary>The parties of the contracts, by id; who is not there is missing.</summary>
    sealed record Parties(IReadOnlyDictionary<Guid, Agency> Agencies, IReadOnlyDictionary<Guid, Employer> Employers, IReadOnlyDictionary<Guid, JobOrder> JobOrders);
}
