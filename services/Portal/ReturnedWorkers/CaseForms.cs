using System.Globalization;
using Gms.Portal.Forms;
using Gms.Portal.Languages;
using Gms.Portal.Sessions;
using Gms.Reintegration.V1;
using Gms.Type.V1;
using Grpc.Core;

namespace Gms.Portal.ReturnedWorkers;

/// <summary>What a counsellor and a partner send about those who came back.</summary>
static class CaseForms
{
    /// <summary>So many services at once; a plan with more is agreed again.</summary>
    public const int MostItems = 3;

    public static void MapCases(this IEndpointRouteBuilder app)
    {
        app.MapForm("/cases/{id}/take", "/cases", async posted =>
        {
            await new Cases.CasesClient(To(posted)).AssignCounsellorAsync(new() { RequestId = posted.RequestId, CaseId = posted.Route("id") }, cancellationToken: posted.Cancel);
            return Case(posted, "taken");
        });
        app.MapForm("/cases/{id}/plan", "/cases", async posted =>
        {
            await new Plans.PlansClient(To(posted)).AgreePlanAsync(PlanOf(posted, Offers.CountryOf(posted.Http.User) ?? ""), cancellationToken: posted.Cancel);
            return Case(posted, "agreed");
        });
        app.MapForm("/cases/{id}/refer", "/cases", async posted =>
        {
            await new Referrals.ReferralsClient(To(posted)).SendReferralAsync(new()
            {
                RequestId = posted.RequestId,
                CaseId = posted.Route("id"),
                PartnerId = posted["Partner"],
                Service = posted["Service"],
                Needed = posted["Needed"],
                Consent = ConsentOf(posted),
            }, cancellationToken: posted.Cancel);
            return Case(posted, "referred");
        });
        app.MapForm("/referrals/{id}/answer", "/referrals", async posted =>
        {
            await new Referrals.ReferralsClient(To(posted)).AnswerReferralAsync(new()
            {
                RequestId = posted.RequestId,
                ReferralId = posted.Route("id"),
                Answer = posted["Answer"] switch { "Accept" => ReferralAnswer.Accept, "Decline" => ReferralAnswer.Decline, _ => ReferralAnswer.Unspecified },
                Reason = posted["Reason"],
            }, cancellationToken: posted.Cancel);
            return "/referrals?done=told";
        });
        app.MapForm("/referrals/{id}/finish", "/referrals", async posted =>
        {
            await new Referrals.ReferralsClient(To(posted)).FinishReferralAsync(new()
            {
                RequestId = posted.RequestId,
                ReferralId = posted.Route("id"),
                Result = Enum.TryParse<ReferralResult>(posted["Result"], out var result) ? result : ReferralResult.Unspecified,
                Reply = posted["Reply"],
            }, cancellationToken: posted.Cancel);
            return "/referrals?done=told";
        });
    }

    /// <summary>A goal on each line; the services whose line of the form was filled in.</summary>
    public static AgreePlanRequest PlanOf(Posted posted, string country) => new()
    {
        RequestId = posted.RequestId,
        CaseId = posted.Route("id"),
        Consent = ConsentOf(posted),
        Goals = { posted["Goals"].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) },
        Items =
        {
            from i in Filled(field => posted[field])
            select new PlanItem
            {
                Service = posted[$"Service{i}"],
                Partner = posted[$"Partner{i}"],
                StartsOn = posted.Day($"Starts{i}"),
                EndsOn = posted.Day($"Ends{i}"),
                Budget = Amounts.InWholeUnits(posted[$"Budget{i}"], Amounts.CurrencyOf(country)),
            },
        },
    };

    /// <summary>The lines of the form that hold anything, by their number in it: the first always, and each in which something was typed, for the service to say what it lacks.</summary>
    static IReadOnlyList<int> Filled(Func<string, string> typed) =>
        [.. Enumerable.Range(1, MostItems).Where(i => i == 1 || new[] { "Service", "Partner", "Starts", "Ends" }.Any(f => typed($"{f}{i}").Length > 0) || typed($"Budget{i}") is not ("" or "0"))];

    /// <summary>The proto path of a line of the form, as the service tells what is wrong with it.</summary>
    public static string PathOf(Kept? kept, int line) => $"items[{Filled(field => kept?.Typed.GetValueOrDefault(field) ?? "").TakeWhile(i => i != line).Count()}]";

    static Consent ConsentOf(Posted posted) => new()
    {
        GivenOn = posted.Day("GivenOn"),
        Form = Enum.TryParse<ConsentForm>(posted["Form"], out var form) ? form : ConsentForm.Unspecified,
        Language = posted["Language"],
    };

    static CallInvoker To(Posted posted) => posted.To("Reintegration", "reintegration");

    static string Case(Posted posted, string done) => $"/cases/{Uri.EscapeDataString(posted.Route("id"))}?done={done}";
}
