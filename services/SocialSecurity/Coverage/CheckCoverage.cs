using Gms.Platform;
using Gms.SocialSecurity.Schemes;
using Grpc.Core;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Coverage;

partial class CoverageService
{
    public override async Task<Proto.CheckCoverageResponse> CheckCoverage(Proto.CheckCoverageRequest request, ServerCallContext context)
    {
        var asked = ReadQuestion(request);
        call.MustReach(new Reach { Countries = [asked.Job.Country], Worker = asked.WorkerNumber }, "country");

        var insured = await records.Of(asked.WorkerNumber, context.CancellationToken);
        call.Disclose(asked.WorkerNumber, "coverage");
        return Answer(book, asked.Job, insured);
    }

    CoverageQuestion ReadQuestion(Proto.CheckCoverageRequest request)
    {
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        return new(number, ReadJob(request.Country, request.EmploymentType, request.Channel, request.Nationality, request.Day).Of(number));
    }

    Job ReadJob(string country, string employment, string channel, string nationality, Gms.Type.V1.Date? day)
    {
        var said = Read.OptionalAnyCountry(nationality, "nationality");
        return new(
            Read.Country(country, "country"),
            Read.Code(employment, "employment_type", (IReadOnlyCollection<string>)book.EmploymentTypes),
            channel.Length == 0 ? "" : Read.Code(channel, "channel", (IReadOnlyCollection<string>)book.Channels),
            said ?? "",
            Presumed: said is null,
            Read.Day(day, "day"));
    }

    static readonly Branch[] AllBranches = Enum.GetValues<Branch>();

    /// <summary>Pure: what the schemes say of a job, given what is recorded.</summary>
    internal static Proto.CheckCoverageResponse Answer(SchemeBook book, Job job, IReadOnlyList<Insured> insured)
    {
        var positions = book.Concerning(job).Select(s => Position.Of(s, job, insured)).ToList();
        var obligations = ObligationRules.Of(positions).ToList();
        return new()
        {
            Branches = { AllBranches.Select(b => CoverageProto.Branch(b, Verdicts(positions, b, job.Day))).Where(b => b.Branch != Proto.Branch.Funeral || b.Schemes.Count > 0) },
            Obligations = { obligations.Select(p => p.ToObligation(job.Day)) },
            Checks = { ObligationRules.ToDepart(obligations, job) },
        };
    }

    /// <summary>Pure: only what a departure needs.</summary>
    static Proto.CheckCoverageResponse ChecksOnly(SchemeBook book, Job job, IReadOnlyList<Insured> insured) => new()
    {
        Checks = { ObligationRules.ToDepart([.. ObligationRules.Of(book.Concerning(job).Select(s => Position.Of(s, job, insured)))], job) },
    };

    static IEnumerable<Verdict> Verdicts(IEnumerable<Position> positions, Branch branch, DateOnly day) =>
        positions.Where(p => p.Speaks && p.Scheme.Of(branch) is not null).Select(p => CoverageRules.On(day, p.Scheme.Of(branch)!, p)).OrderBy(v => v.Rank);
}

/// <summary>Whose cover is asked about, and for what work.</summary>
sealed record CoverageQuestion(string WorkerNumber, Job Job);
