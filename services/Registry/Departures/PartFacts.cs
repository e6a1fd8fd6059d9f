using Gms.DepartureOrientation.V1;
using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Registry.Corridors;
using Gms.SocialSecurity.V1;
using Gms.Type.V1;
using Grpc.Core;

namespace Gms.Registry.Departures;

/// <summary>
/// Asks the three services, side by side and each once for all departures of a piece, with the deadline that the peer's channel sets. One that is
/// down, late or failing leaves its fact missing: an outage elsewhere is never a refusal here. Where one departure makes the question fail, each is
/// asked by itself.
/// </summary>
sealed class PartFacts(CodeLists codes)
{
    public async Task<IReadOnlyList<ClearanceFacts>> Ask(IReadOnlyList<ToDecide> departures, Func<string, CallInvoker> to, CancellationToken cancel)
    {
        var recruitment = All(PartAnswer.Recruitment, departures, some => Recruitment(some, to, cancel));
        var coverage = All(PartAnswer.SocialSecurity, departures, some => Coverage(some, to, cancel));
        var certificates = All(PartAnswer.DepartureOrientation, departures, some => Certificates(some, to, cancel));
        await Task.WhenAll(recruitment, coverage, certificates);

        return [.. departures.Select((departure, i) => new ClearanceFacts
        {
            BirthDate = departure.Worker.BirthDate,
            Papers = [.. departure.Worker.Papers.Select(p => p with { Kind = codes.DocumentKind(p.Kind) })],
            Recruitment = recruitment.Result[i].Answer,
            Contract = recruitment.Result[i].Contract,
            SocialSecurity = coverage.Result[i].Answer,
            DepartureOrientation = certificates.Result[i].Answer,
        })];
    }

    /// <summary>The contract alone, asked in the caller's own name; null without one, or when Recruitment does not answer.</summary>
    public static async Task<ContractFacts?> Contract(Departure departure, Func<string, CallInvoker> to, CancellationToken cancel)
    {
        try
        {
            VerifyRecruitmentRequest request = new() { WorkerNumber = departure.WorkerNumber, ContractId = departure.ContractId?.ToString() ?? "", AsOf = departure.PlannedOn.ToProto() };
            return (await new Compliance.ComplianceClient(to(PartAnswer.Recruitment)).VerifyRecruitmentAsync(request, cancellationToken: cancel)).Contract;
        }
        catch (RpcException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    static async Task<IEnumerable<Told>> Recruitment(IReadOnlyList<ToDecide> departures, Func<string, CallInvoker> to, CancellationToken cancel)
    {
        VerifyBatchRequest request = new();
        request.Items.AddRange(departures.Select(d => new VerifyBatchItem
        {
            Recruitment = new() { WorkerNumber = d.Departure.WorkerNumber, ContractId = d.Departure.ContractId?.ToString() ?? "", AsOf = d.Departure.PlannedOn.ToProto() },
            Asker = AskerOf(d),
        }));
        var response = await new Compliance.ComplianceClient(to(PartAnswer.Recruitment)).VerifyBatchAsync(request, cancellationToken: cancel);
        return response.Answers.Select(answer => answer switch
        {
            { Verdict: { } verdict } => new Told(new(PartAnswer.Recruitment, verdict.Checks), verdict.Contract),
            // No such contract for this worker: a fact, and an answer.
            { Refusal.Problems_: [{ Code: "CONTRACT_NOT_FOUND" }, ..] } => new(new(PartAnswer.Recruitment, [])),
            _ => Refused(PartAnswer.Recruitment, answer.Refusal),
        });
    }

    static async Task<IEnumerable<Told>> Coverage(IReadOnlyList<ToDecide> departures, Func<string, CallInvoker> to, CancellationToken cancel)
    {
        CheckCoverageBatchRequest request = new() { ChecksOnly = true };
        request.Items.AddRange(departures.Select(d => new CheckCoverageBatchItem
        {
            Coverage = new()
            {
                WorkerNumber = d.Departure.WorkerNumber,
                Country = d.Departure.Destination,
                Day = d.Departure.PlannedOn.ToProto(),
                EmploymentType = d.Departure.EmploymentType,
                Channel = d.Departure.Channel,
                Nationality = d.Worker.Nationality ?? "",
            },
            Asker = AskerOf(d),
        }));
        var response = await new Coverage.CoverageClient(to(PartAnswer.SocialSecurity)).CheckCoverageBatchAsync(request, cancellationToken: cancel);
        return response.Answers.Select(answer => answer.Coverage is { } coverage ? new Told(new(PartAnswer.SocialSecurity, coverage.Checks)) : Refused(PartAnswer.SocialSecurity, answer.Refusal));
    }

    static async Task<IEnumerable<Told>> Certificates(IReadOnlyList<ToDecide> departures, Func<string, CallInvoker> to, CancellationToken cancel)
    {
        VerifyCertificateBatchRequest request = new();
        request.Items.AddRange(departures.Select(d => new VerifyCertificateBatchItem
        {
            Certificate = new() { WorkerNumber = d.Departure.WorkerNumber, Origin = d.Departure.Origin, Destination = d.Departure.Destination, Day = d.Departure.PlannedOn.ToProto() },
            Asker = AskerOf(d),
        }));
        var response = await new Certificates.CertificatesClient(to(PartAnswer.DepartureOrientation)).VerifyCertificateBatchAsync(request, cancellationToken: cancel);
        return response.Answers.Select(answer => answer.Certificate is { } certificate ? new Told(new(PartAnswer.DepartureOrientation, [certificate.Check])) : Refused(PartAnswer.DepartureOrientation, answer.Refusal));
    }

    static async Task<IReadOnlyList<Told>> All(string part, IReadOnlyList<ToDecide> departures, Func<IReadOnlyList<ToDecide>, Task<IEnumerable<Told>>> ask)
    {
        try
        {
            IReadOnlyList<Told> told = [.. await ask(departures)];
            return told.Count == departures.Count ? told : [.. departures.Select(_ => new Told(PartAnswer.Missing(part)))];
        }
        catch (RpcException failure) when (departures.Count > 1 && failure.StatusCode is not (StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.ResourceExhausted or StatusCode.Cancelled))
        {
            var each = new List<Told>(departures.Count);
            foreach (var departure in departures)
                each.AddRange(await All(part, [departure], ask));
            return each;
        }
        catch (RpcException refusal) when (refusal.StatusCode is StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.NotFound or StatusCode.OutOfRange)
        {
            return [new(PartAnswer.Refused(part, refusal.Status.Detail))];
        }
        catch (RpcException failure) when (failure.StatusCode is not StatusCode.Cancelled)
        {
            return [.. departures.Select(_ => new Told(PartAnswer.Missing(part)))];
        }
    }

    static Told Refused(string part, Gms.Type.V1.Problems? refusal) => new(PartAnswer.Refused(part, string.Join(" ", refusal?.Problems_.Select(p => p.Message) ?? [])));

    /// <summary>Facts are asked, and disclosed, in the name of who applied.</summary>
    static Gms.Type.V1.Asker AskerOf(ToDecide departure) => new() { Account = departure.Departure.Account, Organisation = departure.Departure.Organisation };

    /// <summary>What a part told of one departure.</summary>
    sealed record Told(PartAnswer Answer, ContractFacts? Contract = null);
}
