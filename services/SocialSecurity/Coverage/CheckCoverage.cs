using Gms.Platform;
using Gms.SocialSecurity.Schemes;
using Grpc.Core;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Coverage;

partial class CoverageService
{
    public override async Task<Proto.CheckCoverageResponse> CheckCoverage(Proto.CheckCoverageRequest request, ServerCallContext context)
    {
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var nationality = Read.OptionalAnyCountry(request.Nationality, "nationality");
        var job = new Job(
            Read.Country(request.Country, "country"),
            Read.Code(request.EmploymentType, "employment_type", (IReadOnlyCollection<string>)book.EmploymentTypes),
            request.Channel.Length == 0 ? "" : Read.Code(request.Channel, "channel", (IReadOnlyCollection<string>)book.Channels),
            nationality ?? WorkerNumber.CountryOf(number),
            Presumed: nationality is null,
            Read.Day(request.Day, "day"));
        call.MustReach(new Reach { Countries = [job.Country], Worker = number }, "country");

        var insured = await records.Of(number, context.CancellationToken);
        call.Disclose(number, "coverage");
        return Answer(book, job, insured);
    }

    /// <summary>Pure: what the schemes say of a job, given what is recorded.</summary>
    internal static Proto.CheckCoverageResponse Answer(SchemeBook book, Job job, IReadOnlyList<Insured> insured)
    {
        var positions = book.Concerning(job).Select(s => Position.Of(s, job, insured)).ToList();
        var obligations = ObligationRules.Of(positions).ToList();
        return new()
        {
            Branches = { Enum.GetValues<Branch>().Select(b => CoverageProto.Branch(b, Verdicts(positions, b, job.Day))).Where(b => b.Branch != Proto.Branch.Funeral || b.Schemes.Count > 0) },
            Obligations = { obligations.Select(p => p.ToObligation(job.Day)) },
            Checks = { ObligationRules.ToDepart(obligations, job) },
        };
    }

    static IEnumerable<Verdict> Verdicts(IEnumerable<Position> positions, Branch branch, DateOnly day) =>
        positions.Where(p => p.Speaks).SelectMany(p => p.Scheme.Branches.Where(b => b.Branch == branch).Select(b => CoverageRules.On(day, b, p))).OrderBy(v => v.Rank);
}
