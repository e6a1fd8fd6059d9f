using Gms.Events.SocialSecurity;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Portability;

partial class PortabilityService
{
    public override async Task<Proto.AnswerPaymentResponse> AnswerPayment(Proto.AnswerPaymentRequest request, ServerCallContext context)
    {
        var id = Read.Id(request.PaymentId, "payment_id");
        var to = Read.Value<Proto.PaymentState, PaymentState>(request.State, "state");
        var reply = Read.OptionalText(request.Reply, "reply", 500) ?? "";
        var amount = Read.OptionalMoney(request.Amount, "amount");
        var payment = await FindPayment(id, context.CancellationToken);
        call.MustReach(Reach.Country(payment.Country), Problems.PaymentNotFound());

        Refuse.IfAny(PaymentRules.ToAnswer(payment, to, reply, amount));

        await Step(payment, to, reply, amount?.Minor, context.CancellationToken);
        return await db.Commit(new Proto.AnswerPaymentResponse { State = (Proto.PaymentState)payment.State, AnswerBy = payment.AnswerBy?.ToProto() }, context.CancellationToken);
    }

    async Task<PaymentRequest> FindPayment(Guid id, CancellationToken cancel) =>
        await db.PaymentRequests.SingleOrDefaultAsync(p => p.Id == id, cancel) ?? throw Refuse.NotFound(Problems.PaymentNotFound());

    /// <summary>One step, with its event; what is final leaves the office's list.</summary>
    async Task Step(PaymentRequest payment, PaymentState to, string reply, long? amount, CancellationToken cancel)
    {
        payment.Step(to, reply, amount, terms.AnswerBy(to, clock.TodayIn(payment.Country)), clock.GetUtcNow());
        if (PaymentRules.IsFinal(to))
            await db.CloseWorkItems(PaymentRequest.WorkItemKey(payment.Id), to.ToString().ToUpperInvariant(), "The request came to its end.", clock.GetUtcNow(), cancel);
        db.Publish(new PaymentAnswered
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = clock.GetUtcNow(),
            SubjectId = payment.Id.ToString(),
            SubjectVersion = payment.Version,
            WorkerNumber = payment.WorkerNumber,
            Country = payment.Country,
            Scheme = payment.Scheme,
            State = payment.State.ToString(),
        });
        call.Disclose(payment.WorkerNumber, "payment");
    }
}
