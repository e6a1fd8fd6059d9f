using Gms.Credentials;
using Gms.Platform;
using Gms.SocialSecurity.Memberships;
using Grpc.Core;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Coverage;

partial class CoverageService
{
    public override async Task<Proto.ConfirmCoverageResponse> ConfirmCoverage(Proto.ConfirmCoverageRequest request, ServerCallContext context)
    {
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var country = Read.Country(request.Country, "country");
        var day = Read.Day(request.Day, "day", Months.LastYear);
        // Who has to do with the worker: the country that enrolled the person, and the one that holds the record.
        call.MustReach(new Reach { Countries = [WorkerNumber.CountryOf(number), country], Worker = number }, "worker_number");

        var insured = await records.Of(number, context.CancellationToken);
        var key = await keys.Current(country, context.CancellationToken);
        var answer = new CoverageAnswer
        {
            AnswerId = Guid.CreateVersion7(),
            Country = country,
            WorkerNumber = number,
            IssuedAt = clock.GetUtcNow(),
            Day = day,
            InSchemes = [.. ConfirmationRules.Of(insured, book.Schemes.Where(s => s.Country == country), day)],
        };

        call.DiscloseUnderEach(number, insured.Select(i => i.WorkerNumber), "coverage_answer");
        return new()
        {
            AnswerId = answer.AnswerId.ToString(),
            Text = answer.Sign(key.Key),
            Insured = answer.InSchemes.Any(s => s.Insured),
            Schemes = { answer.InSchemes.Select(Shown) },
        };
    }

    static Proto.ConfirmedScheme Shown(AnsweredScheme scheme) => new()
    {
        SchemeId = scheme.Scheme,
        Insured = scheme.Insured,
        FromDay = scheme.From.ToProto(),
        ToDay = scheme.To?.ToProto(),
        MonthsCounted = scheme.Months,
    };
}
