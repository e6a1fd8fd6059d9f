using Gms.Platform;
using Gms.Recruitment.Contracts;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Compliance;

/// <summary>Whose recruitment is asked about.</summary>
/// <param name="Named">The contract named; null for the one in force, otherwise the next to begin.</param>
sealed record RecruitmentQuestion(string WorkerNumber, DateOnly? AsOf, Guid? Named)
{
    public static RecruitmentQuestion Of(Proto.VerifyRecruitmentRequest request) => new(
        Read.WorkerNumber(request.WorkerNumber, "worker_number"),
        Read.OptionalDay(request.AsOf, "as_of"),
        Read.OptionalId(request.ContractId, "contract_id"));
}

/// <summary>The contract that a verdict is about; null when none is in force or to begin.</summary>
/// <param name="AnyInReach">The caller may see some contract of the worker.</param>
sealed record ChosenContract(Guid? ContractId, bool AnyInReach)
{
    public static IQueryable<Contract> Under(RecruitmentDb db, IReadOnlyCollection<string> numbers) => db.Contracts.AsNoTracking().Where(c => numbers.Contains(c.WorkerNumber));

    public static async Task<ChosenContract> Of(RecruitmentDb db, Call call, TimeProvider clock, RecruitmentQuestion asked, CancellationToken cancel) =>
        Of(call, clock, asked, await Under(db, await db.NumbersOf(asked.WorkerNumber, cancel)).ToListAsync(cancel));

    /// <summary>Of the worker's contracts to which the caller is a party, the one that the verdict is about. Whoever is party to none learns of none.</summary>
    public static ChosenContract Of(Call call, TimeProvider clock, RecruitmentQuestion asked, IEnumerable<Contract> contracts)
    {
        var own = contracts.Where(c => call.Reaches(c.Reach)).OrderBy(c => c.StartsOn).ToList();
        if (asked.Named is not null && own.All(c => c.Id != asked.Named))
            throw Refuse.NotFound(Problems.ContractNotFound());
        if (own.Count == 0)
            call.MustReach(new() { Countries = [WorkerNumber.CountryOf(asked.WorkerNumber)], Worker = asked.WorkerNumber }, Problems.ContractNotFound("worker_number"));
        return new(asked.Named ?? own.FirstOrDefault(c => c.LastDay >= c.StartsOn && c.LastDay >= (asked.AsOf ?? clock.TodayIn(c.Origin)))?.Id, own.Count > 0);
    }
}
