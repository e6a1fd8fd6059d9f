using Gms.Platform;
using Gms.Recruitment.Contracts;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;
using RegistryProto = Gms.Registry.V1;

namespace Gms.Recruitment.Complaints;

partial class ComplaintsService
{
    public override async Task<Proto.OpenComplaintResponse> OpenComplaint(Proto.OpenComplaintRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var category = Read.Value<Proto.ComplaintCategory, ComplaintCategory>(request.Category, "category");
        var urgency = request.Urgency == Proto.ComplaintUrgency.Unspecified ? ComplaintUrgency.Normal : Read.Value<Proto.ComplaintUrgency, ComplaintUrgency>(request.Urgency, "urgency");
        var toldBy = Read.Value<Proto.ComplaintTeller, ComplaintTeller>(request.ToldBy, "told_by");
        var subject = Read.Lines(request.Subject, "subject", 1000);
        var evidence = ReadEvidence(request.Evidence);
        Refuse.IfInvalid(ComplaintRules.ToTell(toldBy, call.Caller.Worker is not null, IsCivilSociety));

        var agency = Read.OptionalId(request.AgencyId, "agency_id");

        var contract = await FindContract(Read.OptionalId(request.ContractId, "contract_id"), cancel);
        var country = contract?.Country ?? Read.Country(request.Country, "country");
        if (contract is null)
            call.MustReach(new() { Countries = [country], Worker = number }, "country");
        var worker = await new RegistryProto.Workers.WorkersClient(peers.To("Registry", Purpose.Complaint)).ConfirmWorkerAsync(new() { WorkerNumber = number }, cancellationToken: cancel);
        Refuse.IfAny(ComplaintRules.ToOpen(worker.Exists, await db.NumbersOf(number, cancel), contract).Concat(ComplaintRules.About(agency, agency is null || await db.Agencies.AnyAsync(a => a.Id == agency, cancel), contract)));

        var complaint = new Complaint
        {
            Country = country,
            WorkerNumber = number,
            ContractId = contract?.Id,
            AgencyId = agency ?? contract?.AgencyId,
            NameWithheld = request.NameWithheld,
            Category = category,
            Urgency = urgency,
            ToldBy = toldBy,
            Organisation = call.Caller.Organisation,
            Subject = subject,
            Evidence = evidence,
            OpenedAt = clock.GetUtcNow(),
            DueOn = deadlines.DueOn(urgency, clock.TodayIn(country)),
        };
        desk.Open(complaint);
        call.Disclose(number, "complaint");
        return await db.Commit(new Proto.OpenComplaintResponse { ComplaintId = complaint.Id.ToString(), DueOn = complaint.DueOn.ToProto() }, cancel);
    }

    async Task<Contract?> FindContract(Guid? id, CancellationToken cancel)
    {
        if (id is null)
            return null;
        var contract = await db.Contracts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw Refuse.NotFound(Problems.ContractNotFound());
        call.MustReach(contract.Reach with { Agencies = [] }, Problems.ContractNotFound());
        return contract;
    }
}
