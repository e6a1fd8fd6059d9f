using Gms.Events.Registry;
using Gms.Platform;
using Gms.Registry.Documents;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Workers;

partial class WorkersService
{
    public override async Task<Proto.EnrolWorkerResponse> EnrolWorker(Proto.EnrolWorkerRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Platform.Reach.Country(country), "country");
        var sent = enrolments.Read(request, country);
        var holders = await documents.Holders(sent.Document, context.CancellationToken);

        var found = await duplicates.Look(sent.Worker, sent.Person, sent.Document, context.CancellationToken);

        var today = clock.TodayIn(country);
        Refuse.IfAny([.. EnrolmentIntake.ToEnrol(sent, holders, today), .. duplicates.ToEnrol(found, sent.NotDuplicates, DocumentRules.Told(sent.Document, holders))]);

        var worker = sent.Worker;
        var document = enrolments.AddDocument(sent, holders);
        db.Workers.Add(worker);
        duplicates.Keep(worker, sent.Person, found, sent.NotDuplicates);
        db.Publish(Enrolled(worker));
        call.Disclose(worker.WorkerNumber, "enrolment");
        return await db.Commit(new Proto.EnrolWorkerResponse
        {
            WorkerNumber = worker.WorkerNumber,
            DocumentId = document.Id.ToString(),
            Warnings = { documents.Unusual(sent.Document, worker, today) },
        }, context.CancellationToken);
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
