using Gms.Portal.Forms;
using Gms.Portal.Sessions;

namespace Gms.Portal.Pages;

/// <summary>The search for a worker: the number is sent as a form, and the page that shows the journey has it sealed in its address.</summary>
static class FindWorker
{
    public static void MapFindWorker(this IEndpointRouteBuilder app) =>
        app.MapForm("/workers/find", "/workers", posted => Task.FromResult(JourneyOf(posted.Seal(posted["Number"]))));

    public static string JourneyOf(string sealedNumber) => $"/workers/journey?of={sealedNumber}";
}
