using Gms.DepartureOrientation.V1;
using Gms.Portal.Forms;

namespace Gms.Portal.TrainingCentre;

/// <summary>A trainer is withdrawn, and what rests on a withdrawal is decided.</summary>
static class WithdrawalForms
{
    public static void MapWithdrawals(this IEndpointRouteBuilder app)
    {
        app.MapForm("/trainers/{id}/withdraw", "/trainers", async posted =>
        {
            var withdrawn = await new Trainers.TrainersClient(TrainingForms.To(posted)).WithdrawTrainerAsync(
                new() { RequestId = posted.RequestId, TrainerId = posted.Route("id"), From = posted.Day("From"), Reason = TrainingForms.Value<WithdrawalReason>(posted["Reason"]) }, cancellationToken: posted.Cancel);
            return $"/withdrawals/{withdrawn.WithdrawalId}?done=withdrawn";
        });
        app.MapForm("/withdrawals/{id}/departures", "/withdrawals", async posted =>
        {
            await new Withdrawals.WithdrawalsClient(TrainingForms.To(posted)).FindDeparturesAsync(new() { RequestId = posted.RequestId, WithdrawalId = posted.Route("id") }, cancellationToken: posted.Cancel);
            return Of(posted, "looked");
        });
        app.MapForm("/withdrawals/{id}/entries/{entry}", "/withdrawals", async posted =>
        {
            await new Withdrawals.WithdrawalsClient(TrainingForms.To(posted)).DecideEntryAsync(
                new() { RequestId = posted.RequestId, EntryId = posted.Route("entry"), Decision = TrainingForms.Value<WithdrawalDecision>(posted["Decision"]), Reason = posted["Reason"] }, cancellationToken: posted.Cancel);
            return Of(posted, "decided");
        });
    }

    static string Of(Posted posted, string done) => $"/withdrawals/{Uri.EscapeDataString(posted.Route("id"))}?done={done}";
}
