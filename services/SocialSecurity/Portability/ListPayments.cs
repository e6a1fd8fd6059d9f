using Gms.Platform;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Portability;

partial class PortabilityService
{
    public override async Task<Proto.ListPaymentsResponse> ListPayments(Proto.ListPaymentsRequest request, ServerCallContext context)
    {
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var country = request.Country.Length == 0 ? null : Read.Country(request.Country, "country");
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken) ?? Guid.Empty;
        call.MustReach(new Reach { Countries = country is null ? [] : [country], Worker = number }, country is null ? "country" : "worker_number");

        var numbers = await db.NumbersOf(number, context.CancellationToken);
        var page = await db.PaymentRequests.AsNoTracking().Where(p => numbers.Contains(p.WorkerNumber) && (country == null || p.Country == country || EF.Functions.Like(p.WorkerNumber, country + "-%")) && p.Id > after)
            .OrderBy(p => p.Id).Take(size + 1).ToListAsync(context.CancellationToken);

        call.DiscloseUnderEach(number, page.Take(size).Select(p => p.WorkerNumber), "payment");
        return new() { Payments = { page.Take(size).Select(ToProto) }, NextPageToken = page.Count > size ? page[size - 1].Id.NextPageToken() : "" };
    }

    static Proto.Payment ToProto(PaymentRequest payment) => new()
    {
        PaymentId = payment.Id.ToString(),
        Country = payment.Country,
        WorkerNumber = payment.WorkerNumber,
        SchemeId = payment.Scheme,
        Benefit = (Proto.ExitBenefit)payment.Benefit,
        PayIn = payment.PayIn,
        State = (Proto.PaymentState)payment.State,
        Amount = payment.Amount is { } minor ? new() { Minor = minor, Currency = payment.Currency } : null,
        AnswerBy = payment.AnswerBy?.ToProto(),
        Steps = { payment.Steps.OrderBy(s => s.Number).Select(s => new Proto.PaymentStep { State = (Proto.PaymentState)s.State, At = s.At.ToTimestamp(), Reply = s.Reply }) },
    };
}
