using Gms.Platform;
using Grpc.Core;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Portability;

partial class PortabilityService
{
    public override async Task<Proto.ReplyToOfficeResponse> ReplyToOffice(Proto.ReplyToOfficeRequest request, ServerCallContext context)
    {
        var reply = Read.OptionalText(request.Reply, "reply", 500) ?? "";
        var payment = await FindPayment(Read.Id(request.PaymentId, "payment_id"), context.CancellationToken);
        call.MustReach(payment.Reach, Problems.PaymentNotFound());

        Refuse.IfAny(PaymentRules.ToReply(payment, request.Withdraw));

        await Step(payment, request.Withdraw ? PaymentState.Withdrawn : PaymentState.InReview, reply, null, context.CancellationToken);
        return await db.Commit(new Proto.ReplyToOfficeResponse { State = (Proto.PaymentState)payment.State, AnswerBy = payment.AnswerBy?.ToProto() }, context.CancellationToken);
    }
}
