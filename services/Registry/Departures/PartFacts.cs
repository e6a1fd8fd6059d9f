using Gms.DepartureOrientation.V1;
using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Registry.Corridors;
using Gms.SocialSecurity.V1;
using Gms.Type.V1;
using Grpc.Core;

namespace Gms.Registry.Departures;

/// <summary>
/// Asks the three services, side by side, each with the deadline that the peer's channel sets. One that is down, late or failing leaves
/// its fact missing: an outage elsewhere is never a refusal here.
/// </summary>
sealed class PartFacts(CodeLists codes)
{
    public async Task<ClearanceFacts> Ask(Departure departure, WorkerOnRecord worker, Func<string, CallInvoker> to, CancellationToken cancel)
    {
        var recruitment = Recruitment(departure, to, cancel);
        var coverage = Coverage(departure, worker, to, cancel);
        var certificate = Certificate(departure, to, cancel);
        await Task.WhenAll(recruitment, coverage, certificate);

        var (answer, contract) = await recruitment;
        return new()
        {
            BirthDate = worker.BirthDate,
            Papers = [.. worker.Papers.Select(p => p with { Kind = codes.DocumentKind(p.Kind) })],
            Recruitment = answer,
            Contract = contract,
            SocialSecurity = await coverage,
            DepartureOrientation = await certificate,
        };
    }

    /// <summary>The contract alone; null without one, or when Recruitment does not answer.</summary>
    public static async Task<ContractFacts?> Contract(Departure departure, Func<string, CallInvoker> to, CancellationToken cancel) => (await Recruitment(departure, to, cancel)).Item2;

    static async Task<(PartAnswer, ContractFacts?)> Recruitment(Departure departure, Func<string, CallInvoker> to, CancellationToken cancel)
    {
        ContractFacts? contract = null;
        var answer = await Answer(PartAnswer.Recruitment, async () =>
        {
            VerifyRecruitmentRequest request = new() { WorkerNumber = departure.WorkerNumber, ContractId = departure.ContractId?.ToString() ?? "", AsOf = departure.PlannedOn.ToProto() };
            try
            {
                var response = await new Compliance.ComplianceClient(to(PartAnswer.Recruitment)).VerifyRecruitmentAsync(request, cancellationToken: cancel);
                contract = response.Contract;
                return response.Checks;
            }
            catch (RpcException unknown) when (unknown.StatusCode == StatusCode.NotFound)
            {
                return [];    // no such contract for this worker: a fact, and an answer
            }
        });
        return (answer, contract);
    }

    static Task<PartAnswer> Coverage(Departure departure, WorkerOnRecord worker, Func<string, CallInvoker> to, CancellationToken cancel) =>
        Answer(PartAnswer.SocialSecurity, async () =>
        {
            CheckCoverageRequest request = new()
            {
                WorkerNumber = departure.WorkerNumber,
                Country = departure.Destination,
                Day = departure.PlannedOn.ToProto(),
                EmploymentType = departure.EmploymentType,
                Channel = departure.Channel,
                Nationality = worker.Nationality ?? "",
            };
            return (await new Coverage.CoverageClient(to(PartAnswer.SocialSecurity)).CheckCoverageAsync(request, cancellationToken: cancel)).Checks;
        });

    static Task<PartAnswer> Certificate(Departure departure, Func<string, CallInvoker> to, CancellationToken cancel) =>
        Answer(PartAnswer.DepartureOrientation, async () =>
        {
            VerifyCertificateRequest request = new() { WorkerNumber = departure.WorkerNumber, Origin = departure.Origin, Destination = departure.Destination, Day = departure.PlannedOn.ToProto() };
            return [(await new Certificates.CertificatesClient(to(PartAnswer.DepartureOrientation)).VerifyCertificateAsync(request, cancellationToken: cancel)).Check];
        });

    static async Task<PartAnswer> Answer(string part, Func<Task<IReadOnlyList<Check>>> ask)
    {
        try
        {
            return new(part, await ask());
        }
        catch (RpcException refusal) when (refusal.StatusCode is StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.NotFound or StatusCode.OutOfRange)
        {
            return PartAnswer.Refused(part, refusal.Status.Detail);
        }
        catch (RpcException failure) when (failure.StatusCode is not StatusCode.Cancelled)
        {
            return PartAnswer.Missing(part);
        }
    }
}
