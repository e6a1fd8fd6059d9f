using Gms.Events.Registry;
using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Registry.Departures;
using Gms.Type.V1;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Stays;

partial class StaysService
{
    public override async Task<Proto.RecordEmployerChangeResponse> RecordEmployerChange(Proto.RecordEmployerChangeRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var (contract, changedOn) = (Read.Id(request.ContractId, "contract_id"), Read.Day(request.ChangedOn, "changed_on"));
        var departure = await FindDeparture(Read.Id(request.DepartureId, "departure_id"), cancel);

        Refuse.IfAny(StayRules.ToChangeEmployer(departure, changedOn, clock.TodayIn(departure.Destination)));
        var (facts, answered) = await AskFor(contract, departure, changedOn, cancel);

        var change = new StayChange
        {
            Kind = StayChangeKind.Employer,
            WorkerNumber = departure.WorkerNumber,
            DepartureId = departure.Id,
            Country = departure.Destination,
            ContractId = contract,
            EffectiveOn = changedOn,
            Findings = [.. StayRules.OfEmployerChange(departure, facts, answered)],
            RecordedAt = clock.GetUtcNow(),
        };
        db.Add(change);
        db.Publish(new EmployerChanged
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = change.RecordedAt,
            SubjectId = change.Id.ToString(),
            SubjectVersion = 1,
            WorkerNumber = change.WorkerNumber,
            Country = change.Country,
            DepartureId = departure.Id,
            ContractId = contract,
            ChangedOn = changedOn,
        });
        call.Disclose(change.WorkerNumber, "stay");
        return await db.Commit(new Proto.RecordEmployerChangeResponse { ChangeId = change.Id.ToString(), Checks = { change.Findings.Select(f => f.ToProto(call.Caller.Agency is not null)) } }, cancel);
    }

    async Task<(ContractFacts? Facts, bool Answered)> AskFor(Guid contract, Departure departure, DateOnly day, CancellationToken cancel)
    {
        try
        {
            var recruitment = new Compliance.ComplianceClient(peers.To("Recruitment", Purpose.DepartureClearance));
            var response = await recruitment.VerifyRecruitmentAsync(new() { WorkerNumber = departure.WorkerNumber, ContractId = contract.ToString(), AsOf = day.ToProto() }, cancellationToken: cancel);
            return (response.Contract, true);
        }
        catch (RpcException unknown) when (unknown.StatusCode == StatusCode.NotFound)
        {
            return (null, true);
        }
        catch (RpcException failure) when (failure.StatusCode is not StatusCode.Cancelled)
        {
            return (null, false);
        }
    }
}
