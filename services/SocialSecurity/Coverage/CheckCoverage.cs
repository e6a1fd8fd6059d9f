using Gms.Platform;
using Gms.SocialSecurity.Memberships;
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
        call.DiscloseUnderEach(asked.WorkerNumber, insured.Select(i => i.WorkerNumber), "coverage");
        return Answer(plans.Of(asked.Job, call.Caller.ShownOnly()), asked.Job, insured);
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
            Read.Day(day, "day", Months.LastYear));
    }

    /// <summary>Pure: what the schemes say of a job, given what is recorded.</summary>
    internal static Proto.CheckCoverageResponse Answer(Plan plan, Job job, IReadOnlyList<Insured> insured)
    {
        var positions = plan.Positions(insured);
        var obligations = ObligationRules.Of(positions).ToList();
        return new()
        {
            Branches = { plan.InWords(positions) },
            Obligations = { obligations.Select(plan.Shown) },
            Checks = { ObligationRules.ToDepart(obligations, job) },
        };
    }

    /// <summary>Pure: only what a departure needs.</summary>
    static Proto.CheckCoverageResponse ChecksOnly(Plan plan, Job job, IReadOnlyList<Insured> insured) => new()
    {
        Checks = { ObligationRules.ToDepart([.. ObligationRules.Of(plan.Positions(insured))], job) },
    };
}

/// <summary>Whose cover is asked about, and for what work.</summary>
sealed record CoverageQuestion(string WorkerNumber, Job Job);
