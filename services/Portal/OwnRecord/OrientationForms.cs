using Gms.DepartureOrientation.V1;
using Gms.Portal.Forms;
using Gms.Portal.TrainingCentre;

namespace Gms.Portal.OwnRecord;

/// <summary>A worker comes to a session and leaves it, by the room's code and one of the own.</summary>
static class OrientationForms
{
    public static void MapOwnOrientation(this IEndpointRouteBuilder app)
    {
        app.MapForm($"{OwnPages.Orientation}/{{id}}/in", OwnPages.Orientation, async posted =>
        {
            await Calls(posted).CheckInAsync(
                new() { RequestId = posted.RequestId, SessionId = posted.Route("id"), WorkerNumber = OwnPages.NumberOf(posted.Http.User), SessionCode = posted["RoomCode"], WorkerCode = posted["WorkerCode"] }, cancellationToken: posted.Cancel);
            return Of(posted, "came");
        });
        app.MapForm($"{OwnPages.Orientation}/{{id}}/out", OwnPages.Orientation, async posted =>
        {
            await Calls(posted).CheckOutAsync(
                new() { RequestId = posted.RequestId, SessionId = posted.Route("id"), WorkerNumber = OwnPages.NumberOf(posted.Http.User), SessionCode = posted["RoomCode"], WorkerCode = posted["WorkerCode"] }, cancellationToken: posted.Cancel);
            return Of(posted, "left");
        });
    }

    static Attendance.AttendanceClient Calls(Posted posted) => new(TrainingForms.To(posted));

    static string Of(Posted posted, string done) => $"{OwnPages.Orientation}/{Uri.EscapeDataString(posted.Route("id"))}?done={done}";
}
