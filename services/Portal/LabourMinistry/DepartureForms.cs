using System.Globalization;
using Gms.Portal.Forms;
using Gms.Portal.Sessions;
using Gms.Registry.V1;

namespace Gms.Portal.LabourMinistry;

/// <summary>What an officer of a labour ministry sends: a departure step by step, and decisions about those that wait.</summary>
static class DepartureForms
{
    const string Purpose = "departure-clearance";

    public static void MapDepartures(this IEndpointRouteBuilder app)
    {
        app.MapForm("/departures/new/step/{step}", "/departures/new", posted =>
        {
            var step = int.TryParse(posted.Route("step"), NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : 0;
            var draft = Draft(posted).With(step, posted);
            return Task.FromResult($"/departures/new?of={posted.Seal(draft)}&step={draft.At(step + 1)}");
        });
        app.MapForm("/departures/new/register", "/departures/new", async posted =>
        {
            var registered = await Calls(posted).RegisterDepartureAsync(Draft(posted).Asks(posted.RequestId, Offers.CountryOf(posted.Http.User) ?? ""), cancellationToken: posted.Cancel);
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

    static DepartureDraft Draft(Posted posted) => posted.Http.RequestServices.GetRequiredService<Sealed>().Read<DepartureDraft>(posted["Of"]) ?? new();

    static Departures.DeparturesClient Calls(Posted posted) => new(posted.To("Registry", Purpose));
}
