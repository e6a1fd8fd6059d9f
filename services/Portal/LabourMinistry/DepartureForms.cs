using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gms.Portal.Forms;
using Gms.Portal.Sessions;
using Gms.Registry.V1;
using Grpc.Core;

namespace Gms.Portal.LabourMinistry;

/// <summary>What an officer of a labour ministry sends: a departure step by step, and decisions about those that wait.</summary>
static class DepartureForms
{
    const string Purpose = "departure-clearance";

    public static void MapDepartures(this IEndpointRouteBuilder app)
    {
        app.MapForm("/departures/new/step/{step}", "/departures/new", async posted =>
        {
            var step = int.TryParse(posted.Route("step"), NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : 0;
            var draft = Shown(posted).With(step, posted);
            var saved = await Drafts(posted).SaveDraftAsync(new()
            {
                RequestId = posted.RequestId,
                DraftId = posted["Draft"],
                Departure = draft.ToDrafted(),
                Revision = int.TryParse(posted["Revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0,
            }, cancellationToken: posted.Cancel);
            return $"/departures/new?draft={saved.DraftId}&step={draft.At(step + 1)}";
        });
        app.MapForm("/departures/new/discard", "/departures/new", async posted =>
        {
            await Drafts(posted).DiscardDraftAsync(new() { RequestId = posted.RequestId, DraftId = posted["Draft"] }, cancellationToken: posted.Cancel);
            return "/departures/new?done=discarded";
        });
        app.MapForm("/departures/new/register", "/departures/new", async posted =>
        {
            var registered = await Calls(posted).RegisterDepartureAsync(Shown(posted).Asks(Request(posted), Offers.CountryOf(posted.Http.User) ?? ""), cancellationToken: posted.Cancel);
            await Forget(posted);
            return $"/departures/{registered.Departure.DepartureId}?done=registered";
        });
        Decide(app, "claim", posted => Calls(posted).ClaimDepartureAsync(new() { RequestId = posted.RequestId, DepartureId = posted.Route("id") }, cancellationToken: posted.Cancel).ResponseAsync);
        Decide(app, "release", posted => Calls(posted).ReleaseDepartureAsync(new() { RequestId = posted.RequestId, DepartureId = posted.Route("id") }, cancellationToken: posted.Cancel).ResponseAsync);
        Decide(app, "decide", posted => Calls(posted).DecideHeldAsync(new()
        {
            RequestId = posted.RequestId,
            DepartureId = posted.Route("id"),
            Decision = posted["Decision"] switch { "Clear" => OfficerDecision.Clear, "Refuse" => OfficerDecision.Refuse, _ => OfficerDecision.Unspecified },
            Reason = posted["Reason"],
        }, cancellationToken: posted.Cancel).ResponseAsync);
    }

    static void Decide(IEndpointRouteBuilder app, string what, Func<Posted, Task> ask) => app.MapForm($"/departures/{{id}}/{what}", "/departures", async posted =>
    {
        await ask(posted);
        return $"/departures/{Uri.EscapeDataString(posted.Route("id"))}";
    });

    /// <summary>
    /// A draft as it stands is one request, from however many tabs it is sent, though the draft is gone by then: the form has all of it, sealed. Changed
    /// since, it is another.
    /// </summary>
    static string Request(Posted posted) => posted["Draft"] is { Length: > 0 } draft
        ? new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{draft} {posted["Revision"]}")).AsSpan(0, 16)).ToString()
        : posted.RequestId;

    /// <summary>What the page of this form showed: a form that was open longer than its seal holds must not take the place of what was entered before.</summary>
    static DepartureDraft Shown(Posted posted) =>
        posted.Http.RequestServices.GetRequiredService<Sealed>().Read<DepartureDraft>(posted["Of"]) ?? throw new RefusedHereException(FormPost.TooOld);

    /// <summary>The departure is registered, whatever becomes of its draft: what cannot be thrown away now goes by itself.</summary>
    static async Task Forget(Posted posted)
    {
        if (posted["Draft"] is not { Length: > 0 } draft)
            return;
        try
        {
            await Drafts(posted).DiscardDraftAsync(new() { RequestId = Guid.NewGuid().ToString(), DraftId = draft }, cancellationToken: posted.Cancel);
        }
        catch (RpcException)
        {
            // An officer who finds it again and sends it is led to the departure that came of it.
        }
    }

    static Drafts.DraftsClient Drafts(Posted posted) => new(posted.To("Registry", Purpose));

    static Departures.DeparturesClient Calls(Posted posted) => new(posted.To("Registry", Purpose));
}
