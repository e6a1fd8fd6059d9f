using Gms.Events.Registry;
using Gms.Platform;
using Gms.Type.V1;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Workers;

partial class WorkersService
{
    public override async Task<Proto.EnrolWorkerResponse> EnrolWorker(Proto.EnrolWorkerRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Platform.Reach.Country(country), "country");
        var document = ReadDocument(request.Document, "document");
        var worker = new Worker
        {
            WorkerNumber = WorkerNumber.New(country),
            Country = country,
            BirthDate = Read.PartialDay(request.BirthDate, "birth_date"),
            Sex = Read.Value<Proto.Sex, Sex>(request.Sex, "sex"),
            Nationality = Read.OptionalAnyCountry(request.Nationality, "nationality"),
            Stateless = request.Stateless,
            Province = Read.OptionalText(request.Province, "province", 6),
            EnrolledAt = clock.GetUtcNow(),
            Names = [.. request.Names.Select(ReadName)],
            Documents = [document],
        };

        Refuse.IfAny(WorkerRules.ToEnrol(worker, document, clock.TodayIn(country)));

        db.Workers.Add(worker);
        db.Publish(Enrolled(worker));
        call.Disclose(worker.WorkerNumber, "enrolment");
        return await db.Commit(new Proto.EnrolWorkerResponse { WorkerNumber = worker.WorkerNumber }, context.CancellationToken);
    }

    static WorkerName ReadName(PersonName name, int position) => new()
    {
        Position = position,
        Full = Read.Text(name.Full, $"names[{position}].full"),
        Family = Read.OptionalText(name.Family, $"names[{position}].family", 100),
        Given = Read.OptionalText(name.Given, $"names[{position}].given", 100),
        Script = Read.OptionalText(name.Script, $"names[{position}].script", 4) ?? "Latn",
    };

    Document ReadDocument(Proto.IdentityDocument? sent, string field)
    {
        if (sent is null)
            throw Refuse.Invalid(PlatformProblems.FieldRequired(field));

        var id = Guid.CreateVersion7();
        var number = Read.Text(sent.Number, $"{field}.number", 40);
        return new()
        {
            Id = id,
            Kind = Read.Text(sent.Kind, $"{field}.kind", 40),
            Issuer = Read.Country(sent.Issuer, $"{field}.issuer"),
            NumberEncrypted = cipher.Encrypt(number, id),
            NumberHash = cipher.SearchHash(DocumentNumbers.Normalised(number)),
            ValidFrom = Read.OptionalDay(sent.ValidFrom, $"{field}.valid_from"),
            ValidUntil = Read.OptionalDay(sent.ValidUntil, $"{field}.valid_until"),
            AddedAt = clock.GetUtcNow(),
        };
    }

    static WorkerEnrolled Enrolled(Worker worker) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = worker.EnrolledAt,
        SubjectId = worker.WorkerNumber,
        SubjectVersion = worker.Version,
        WorkerNumber = worker.WorkerNumber,
        Country = worker.Country,
    };
}
