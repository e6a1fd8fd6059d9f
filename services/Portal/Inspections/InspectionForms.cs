using Gms.Portal.Forms;
using InspectionsClient = Gms.Recruitment.V1.Inspections.InspectionsClient;

namespace Gms.Portal.Inspections;

/// <summary>What an inspector sends: a visit planned, recorded, corrected after, closed or given up.</summary>
static class InspectionForms
{
    public const string Purpose = "recruitment-verification";

    public static void MapInspections(this IEndpointRouteBuilder app)
    {
        app.MapForm("/inspections/plan", "/inspections", async posted =>
        {
            var planned = await Calls(posted).PlanInspectionAsync(new() { RequestId = posted.RequestId, AgencyId = posted["Agency"], PlannedOn = posted.Day("PlannedOn") }, cancellationToken: posted.Cancel);
            return $"/inspections/{planned.InspectionId}?done=planned";
        });
        Step(app, "visit", "visited", posted => Calls(posted).RecordVisitAsync(VisitForm.Asks(name => posted[name], posted.Day, posted.RequestId, posted.Route("id")), cancellationToken: posted.Cancel).ResponseAsync);
        Step(app, "corrected", "corrected", posted => Calls(posted).CompleteActionAsync(new()
        {
            RequestId = posted.RequestId,
            InspectionId = posted.Route("id"),
            ActionId = posted["Action"],
            DoneOn = posted.Day("DoneOn"),
            EvidenceReference = posted["Proof"],
        }, cancellationToken: posted.Cancel).ResponseAsync);
        Step(app, "close", "closed", posted => Calls(posted).CloseInspectionAsync(new() { RequestId = posted.RequestId, InspectionId = posted.Route("id") }, cancellationToken: posted.Cancel).ResponseAsync);
        Step(app, "cancel", "cancelled", posted => Calls(posted).CancelInspectionAsync(new() { RequestId = posted.RequestId, InspectionId = posted.Route("id") }, cancellationToken: posted.Cancel).ResponseAsync);
    }

    static void Step(IEndpointRouteBuilder app, string what, string done, Func<Posted, Task> ask) => app.MapForm($"/inspections/{{id}}/{what}", "/inspections", async posted =>
    {
        await ask(posted);
        return $"/inspections/{Uri.EscapeDataString(posted.Route("id"))}?done={done}";
    });

    static InspectionsClient Calls(Posted posted) => new(posted.To("Recruitment", Purpose));
}
