using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Drafts;

partial class DraftsService
{
    const int MostLetters = 40;

    public override async Task<Proto.SaveDraftResponse> SaveDraft(Proto.SaveDraftRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var id = Read.OptionalId(request.DraftId, "draft_id");
        var revision = Read.Number(request.Revision, "revision", 0, int.MaxValue);
        var entered = Entered(request.Departure ?? throw Refuse.Invalid(PlatformProblems.FieldRequired("departure")));
        call.MustReach(new Reach { Organisations = [call.Caller.Organisation] }, DraftProblems.NotFound());
        if (id is null && await Own.CountAsync(cancel) >= Draft.Most)
            throw Refuse.NotNow([DraftProblems.TooMany(Draft.Most)]);

        var draft = id is { } known ? await Find(known, cancel) : db.Drafts.Add(new() { Account = call.Caller.Account, Organisation = call.Caller.Organisation }).Entity;
        if (draft.Revision != revision)
            throw Refuse.SomebodyWasFaster(DraftProblems.SavedMeanwhile());

        draft.Save(entered, cipher, clock.GetUtcNow());
        return await db.Commit(new Proto.SaveDraftResponse { DraftId = draft.Id.ToString(), Revision = draft.Revision }, cancel);
    }

    /// <summary>Only that it can be kept: what it says is weighed when it is sent.</summary>
    static Proto.DraftedDeparture Entered(Proto.DraftedDeparture sent) => new()
    {
        WorkerNumber = Text(sent.WorkerNumber, "worker_number"),
        Destination = Text(sent.Destination, "destination"),
        PlannedOn = Read.OptionalDay(sent.PlannedOn, "departure.planned_on")?.ToProto(),
        Channel = Text(sent.Channel, "channel"),
        EmploymentType = Text(sent.EmploymentType, "employment_type"),
        ContractId = Text(sent.ContractId, "contract_id"),
        Checkpoint = Text(sent.Checkpoint, "checkpoint"),
    };

    static string Text(string text, string field) => Read.OptionalText(text, $"departure.{field}", MostLetters) ?? "";
}
