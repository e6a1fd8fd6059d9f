using Gms.Events.SocialSecurity;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Portability;

partial class PortabilityService
{
    public override async Task<Proto.RequestPaymentResponse> RequestPayment(Proto.RequestPaymentRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var scheme = book.Find(Read.Text(request.SchemeId, "scheme_id", 40)) ?? throw Refuse.NotFound(Problems.SchemeNotFound());
        var benefit = Read.Value<Proto.ExitBenefit, ExitBenefit>(request.Benefit, "benefit");
        var payIn = Read.Country(request.PayIn, "pay_in");
        call.MustReach(PaymentRequest.ReachOf(scheme.Country, number), "worker_number");

        var numbers = await db.NumbersOf(number, cancel);
        var memberships = await db.Memberships.AsNoTracking().Where(m => numbers.Contains(m.WorkerNumber) && m.Scheme == scheme.Id).ToListAsync(cancel);
        var standing = await db.PaymentRequests.AsNoTracking().Where(p => numbers.Contains(p.WorkerNumber) && p.Scheme == scheme.Id).ToListAsync(cancel);
        Refuse.IfAny(PaymentRules.ToRequest(scheme, payIn, benefit, memberships, standing));

        var payment = new PaymentRequest { Id = Guid.CreateVersion7(), WorkerNumber = number, Country = scheme.Country, Scheme = scheme.Id, Benefit = benefit, PayIn = payIn, Currency = scheme.Currency };
        var answerBy = terms.AnswerBy(PaymentState.Requested, clock.TodayIn(scheme.Country))!.Value;
        payment.Step(PaymentState.Requested, "", null, answerBy, clock.GetUtcNow());
        db.PaymentRequests.Add(payment);
        db.OpenWorkItem(Asked(payment, answerBy));
        db.Publish(Requested(payment));
        call.Disclose(number, "payment");
        return await db.Commit(new Proto.RequestPaymentResponse { PaymentId = payment.Id.ToString(), AnswerBy = answerBy.ToProto() }, cancel);
    }

    WorkItem Asked(PaymentRequest payment, DateOnly answerBy) => new()
    {
        Kind = "PAYMENT_ABROAD_REQUESTED",
        Key = PaymentRequest.WorkItemKey(payment.Id),
        Country = payment.Country,
        Subjects = [payment.WorkerNumber],
        Facts = new Dictionary<string, string> { ["payment_id"] = payment.Id.ToString(), ["scheme"] = payment.Scheme, ["benefit"] = payment.Benefit.ToString(), ["pay_in"] = payment.PayIn },
        Decisions = [],
        DecidedByCall = "gms.social_security.v1.Portability/AnswerPayment",
        OpenedAt = clock.GetUtcNow(),
        DueOn = answerBy,
    };

    PaymentRequested Requested(PaymentRequest payment) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = payment.Id.ToString(),
        SubjectVersion = payment.Version,
        WorkerNumber = payment.WorkerNumber,
        Country = payment.Country,
        Scheme = payment.Scheme,
        PayIn = payment.PayIn,
    };
}
