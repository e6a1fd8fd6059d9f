using Gms.Events.Registry;
using Gms.Platform;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Distress;

partial class DistressService
{
    public override async Task<Proto.RaiseDistressResponse> RaiseDistress(Proto.RaiseDistressRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var kind = kinds[Read.Code(request.Kind, "kind", kinds.Codes)];
        var country = Read.Country(request.Country, "country");
        var toldBy = Read.Value<Proto.DistressTeller, DistressTeller>(request.ToldBy, "told_by");
        var words = Read.OptionalLines(request.Words, "words", 1000);
        Refuse.IfInvalid(DistressRules.ToTell(toldBy, call.Caller.Worker is not null, call.Caller.Roles.Contains(Role.CivilSocietyOfficer)));

        // Whoever hears of a person in danger may say so, from wherever: only a worker speaks for nobody else.
        call.MustReach(new() { Countries = call.Caller.Country is { } own ? [own] : [], Organisations = [call.Caller.Organisation], Worker = number }, Problems.DistressWorkerUnknown());
        var survivor = await db.SurvivorOf(number, cancel);
        var worker = await db.Workers.AsNoTracking().SingleOrDefaultAsync(w => w.WorkerNumber == survivor, cancel) ?? throw Refuse.NotFound(Problems.DistressWorkerUnknown());

        var now = clock.GetUtcNow();
        var held = new DistressCase
        {
            WorkerNumber = worker.WorkerNumber,
            Kind = kind.Code,
            Country = country,
            Origin = worker.Country,
            ToldBy = toldBy,
            Organisation = call.Caller.Organisation,
            RaisedAt = now,
            AnswerBy = now.AddHours(kind.AnswerHours),
            ReachBy = now.AddHours(kind.ReachHours),
        };
        if (words is not null)
            held.WordsEncrypted = worker.PersonKey is null ? throw Refuse.NotNow(Problems.WorkerKeyPending()) : keys.Open(worker.PersonKey, worker.Id).Encrypt(words, held.Id);
        db.Add(held);
        foreach (var side in new[] { held.Origin, held.Country }.Distinct())
            db.OpenWorkItem(Asked(held, side));
        db.Publish(new DistressRaised
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = now,
            SubjectId = held.Id.ToString(),
            SubjectVersion = held.Version,
            WorkerNumber = held.WorkerNumber,
            Country = held.Origin,
            CaseId = held.Id,
        });
        call.Disclose(held.WorkerNumber, "distress");
        return await db.Commit(new Proto.RaiseDistressResponse { CaseId = held.Id.ToString(), AnswerBy = held.AnswerBy.ToTimestamp(), ReachBy = held.ReachBy.ToTimestamp() }, cancel);
    }

    static WorkItem Asked(DistressCase held, string side) => new()
    {
        Kind = "DISTRESS_RAISED",
        Key = Key(held.Id) + side,
        Country = side,
        Subjects = [held.WorkerNumber],
        Facts = new Dictionary<string, string>
        {
            ["case_id"] = held.Id.ToString(),
            ["kind"] = held.Kind,
            ["country"] = held.Country,
            ["answer_by"] = $"{held.AnswerBy.UtcDateTime:yyyy-MM-ddTHH:mmZ}",
            ["reach_by"] = $"{held.ReachBy.UtcDateTime:yyyy-MM-ddTHH:mmZ}",
        },
        Decisions = [],
        DecidedByCall = "gms.registry.v1.Distress/AnswerDistress",
        OpenedAt = held.RaisedAt,
        DueOn = held.ReachBy.DayIn(side),
    };
}
