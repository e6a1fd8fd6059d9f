using Gms.Events.Recruitment;
using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.JobOrders;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;
using RegistryProto = Gms.Registry.V1;

namespace Gms.Recruitment.Contracts;

partial class ContractsService
{
    public override async Task<Proto.RegisterContractResponse> RegisterContract(Proto.RegisterContractRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var sent = ReadText(request);
        var id = Read.OptionalId(request.ContractId, "contract_id") ?? Guid.CreateVersion7();
        var document = Read.OptionalText(request.DocumentReference, "document_reference");
        call.MustReach(new() { Countries = [sent.Origin, sent.Destination], Agencies = sent.AgencyId is { } own ? [own] : [] }, "agency_id");

        var agency = await FindAgency(sent.AgencyId, cancel);
        var employer = await db.Employers.SingleOrDefaultAsync(e => e.Id == sent.EmployerId, cancel) ?? throw Refuse.NotFound(Problems.EmployerNotFound());
        var order = await FindJobOrder(sent, cancel);
        var worker = await new RegistryProto.Workers.WorkersClient(peers.To("Registry", Purpose.Recruitment)).ConfirmWorkerAsync(new() { WorkerNumber = sent.WorkerNumber }, cancellationToken: cancel);

        var contract = Make(id, sent, worker, agency, document);
        var corridor = reference.Corridors.Find(sent.Origin, sent.Destination, sent.Channel);
        var elsewhere = await UnderOtherNumbers(contract.WorkerNumber, cancel);
        Refuse.IfAny(ContractRules.ToRegister(contract, sent, new(worker.Exists, corridor, agency, employer, order, MinimumAge.For(corridor, reference.Indicators), elsewhere, clock.TodayIn(contract.Country))));

        db.Contracts.Add(contract);
        db.Publish(Registered(contract));
        call.Disclose(contract.WorkerNumber, "contract");
        return await db.Commit(new Proto.RegisterContractResponse { ContractId = id.ToString(), Version = contract.TextVersion, ContractHash = contract.TextHash }, cancel);
    }

    /// <summary>The database refuses two contracts for one day under one number; under another number of the same worker it cannot see it.</summary>
    async Task<IReadOnlyList<Contract>> UnderOtherNumbers(string number, CancellationToken cancel)
    {
        var numbers = await db.NumbersOf(number, cancel);
        return await db.Contracts.AsNoTracking().Where(c => numbers.Contains(c.WorkerNumber) && c.WorkerNumber != number).ToListAsync(cancel);
    }

    async Task<Agency?> FindAgency(Guid? id, CancellationToken cancel) => id is null ? null
        : await db.Agencies.Include(a => a.Licences).ThenInclude(l => l.Suspensions).SingleOrDefaultAsync(a => a.Id == id, cancel)
            ?? throw Refuse.NotFound(Problems.AgencyNotFound());

    /// <summary>An order of another agency is not told apart from one that is not there.</summary>
    async Task<JobOrder?> FindJobOrder(ContractText text, CancellationToken cancel) => text.JobOrderId is null ? null
        : await db.JobOrders.SingleOrDefaultAsync(o => o.Id == text.JobOrderId && o.AgencyId == text.AgencyId, cancel)
            ?? throw Refuse.NotFound(Problems.JobOrderNotFound());

    Contract Make(Guid id, ContractText text, RegistryProto.ConfirmWorkerResponse worker, Agency? agency, string? document)
    {
        var written = text.Write();
        var hash = ContractText.HashOf(written);
        var now = clock.GetUtcNow();
        return new()
        {
            Id = id,
            WorkerNumber = text.WorkerNumber,
            WorkerBorn = worker.BirthDate is { } born ? Read.PartialDay(born, "birth_date") : null,
            Country = agency?.Country ?? text.Destination,
            AgencyId = text.AgencyId,
            EmployerId = text.EmployerId,
            JobOrderId = text.JobOrderId,
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
            Versions = [new() { ContractId = id, Number = 1, SignedOn = text.SignedOn, Languages = [.. text.Languages], Text = written, Hash = hash, DocumentReference = document, RegisteredAt = now }],
        };
    }

    static ContractRegistered Registered(Contract contract) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = contract.RegisteredAt,
        SubjectId = contract.Id.ToString(),
        SubjectVersion = contract.Version,
        WorkerNumber = contract.WorkerNumber,
        Country = contract.Country,
        ContractId = contract.Id,
        AgencyId = contract.AgencyId,
        EmployerId = contract.EmployerId,
        Origin = contract.Origin,
        Destination = contract.Destination,
        Channel = contract.Channel,
        StartsOn = contract.StartsOn,
        EndsOn = contract.EndsOn,
        ContractHash = contract.TextHash,
        Occupation = contract.Occupation,
        Sector = contract.Sector,
    };
}
