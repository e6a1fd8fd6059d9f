using System.Globalization;
using Gms.DepartureOrientation.V1;
using Gms.Portal.BorderPosts;
using Gms.Portal.Forms;
using Gms.Portal.Sessions;
using Grpc.Core;
using SessionCalls = Gms.DepartureOrientation.V1.Sessions.SessionsClient;

namespace Gms.Portal.TrainingCentre;

/// <summary>What training managers and trainers send about sessions, trainees and certificates.</summary>
static class TrainingForms
{
    public static void MapTraining(this IEndpointRouteBuilder app)
    {
        app.MapForm("/sessions/plan", "/sessions/new", async posted =>
            Session((await new SessionCalls(To(posted)).PlanSessionAsync(PlanOf(posted, Offers.CountryOf(posted.Http.User) ?? ""), cancellationToken: posted.Cancel)).SessionId, "planned"));
        app.MapForm("/sessions/{id}/enrol", "/sessions", async posted =>
        {
            var placed = await new SessionCalls(To(posted)).EnrolWorkerAsync(
                new() { RequestId = posted.RequestId, SessionId = posted.Route("id"), WorkerNumber = posted["Number"], WaitWhenFull = posted["Wait"] == "yes" }, cancellationToken: posted.Cancel);
            return Session(posted.Route("id"), placed switch { { State: EnrolmentState.Waiting } => "waits", { SessionOver: true } => "enrolled_late", _ => "enrolled" });
        });
        app.MapForm("/sessions/{id}/give-up", "/sessions", async posted =>
        {
            await new SessionCalls(To(posted)).GiveUpPlaceAsync(new() { RequestId = posted.RequestId, SessionId = posted.Route("id"), WorkerNumber = posted["Number"] }, cancellationToken: posted.Cancel);
            return Session(posted.Route("id"), "given_up");
        });
        app.MapForm("/sessions/{id}/record", "/sessions", async posted =>
        {
            await new SessionCalls(To(posted)).RecordAttendanceAsync(
                new() { RequestId = posted.RequestId, SessionId = posted.Route("id"), WorkerNumber = posted["Number"], Day = posted.Day("Day"), Minutes = Number(posted["Minutes"]) }, cancellationToken: posted.Cancel);
            return Session(posted.Route("id"), "noted");
        });
        app.MapForm("/sessions/{id}/paper", "/sessions", ByPaper);
        app.MapForm("/sessions/{id}/sheet", "/sessions", async posted =>
        {
            if (posted["Way"] == "new")
                await new Attendance.AttendanceClient(To(posted)).RenewWorkerCodesAsync(new() { RequestId = posted.RequestId, SessionId = posted.Route("id"), WorkerNumber = posted["Number"] }, cancellationToken: posted.Cancel);
            return $"/sessions/{Uri.EscapeDataString(posted.Route("id"))}/slip?of={posted.Seal(posted["Number"])}";
        });
        app.MapForm("/sessions/{id}/close", "/sessions", async posted =>
        {
            await new SessionCalls(To(posted)).CloseSessionAsync(new() { RequestId = posted.RequestId, SessionId = posted.Route("id") }, cancellationToken: posted.Cancel);
            return Session(posted.Route("id"), "session_closed");
        });
        app.MapForm("/sessions/{id}/cancel", "/sessions", async posted =>
        {
            await new SessionCalls(To(posted)).CancelSessionAsync(new() { RequestId = posted.RequestId, SessionId = posted.Route("id"), Reason = Value<CancellationReason>(posted["Reason"]) }, cancellationToken: posted.Cancel);
            return Session(posted.Route("id"), "called_off");
        });
        app.MapForm("/sessions/{id}/issue", "/sessions", async posted =>
        {
            await new Certificates.CertificatesClient(To(posted)).IssueSessionCertificatesAsync(new() { RequestId = posted.RequestId, SessionId = posted.Route("id") }, cancellationToken: posted.Cancel);
            return Session(posted.Route("id"), "issued");
        });
        app.MapForm("/sessions/{id}/trainee", "/sessions", async posted =>
        {
            await new Trainees.TraineesClient(To(posted)).EnrolTraineeAsync(
                new() { RequestId = posted.RequestId, SessionId = posted.Route("id"), Account = posted["Account"], DisplayName = posted["Name"] }, cancellationToken: posted.Cancel);
            return Session(posted.Route("id"), "enrolled");
        });
        app.MapForm("/sessions/{id}/trainee-day", "/sessions", async posted =>
        {
            await new Trainees.TraineesClient(To(posted)).RecordTraineeAttendanceAsync(
                new() { RequestId = posted.RequestId, TraineeId = posted["Trainee"], Day = posted.Day("Day"), Minutes = Number(posted["Minutes"]) }, cancellationToken: posted.Cancel);
            return Session(posted.Route("id"), "noted");
        });
        app.MapForm("/sessions/{id}/certify", "/sessions", async posted =>
        {
            await new Trainers.TrainersClient(To(posted)).CertifyTrainerAsync(new()
            {
                RequestId = posted.RequestId,
                Country = Offers.CountryOf(posted.Http.User) ?? "",
                Account = posted["Account"],
                Level = Value<TrainerLevel>(posted["Level"]),
                Languages = { posted["Language"] },
                ValidFrom = posted.Day("From"),
                ValidUntil = posted.Day("Until"),
                TrainingSessionId = posted.Route("id"),
            }, cancellationToken: posted.Cancel);
            return Session(posted.Route("id"), "certified");
        });
    }

    /// <summary>A worker without a telephone shows a code on paper; the room's code is the one of now.</summary>
    static async Task<string> ByPaper(Posted posted)
    {
        var attendance = new Attendance.AttendanceClient(To(posted));
        var room = await attendance.ShowSessionCodeAsync(new() { SessionId = posted.Route("id") }, cancellationToken: posted.Cancel);
        if (posted["Way"] == "out")
        {
            await attendance.CheckOutAsync(new() { RequestId = posted.RequestId, SessionId = posted.Route("id"), WorkerNumber = posted["Number"], SessionCode = room.SessionCode, WorkerCode = posted["Code"] }, cancellationToken: posted.Cancel);
            return Session(posted.Route("id"), "left");
        }
        await attendance.CheckInAsync(new() { RequestId = posted.RequestId, SessionId = posted.Route("id"), WorkerNumber = posted["Number"], SessionCode = room.SessionCode, WorkerCode = posted["Code"] }, cancellationToken: posted.Cancel);
        return Session(posted.Route("id"), "came");
    }

    public static PlanSessionRequest PlanOf(Posted posted, string country) => new()
    {
        RequestId = posted.RequestId,
        CurriculumId = posted["Curriculum"],
        InstitutionId = posted["Institution"],
        TrainerId = posted["Trainer"],
        Mode = Value<SessionMode>(posted["Mode"]),
        Room = posted["Room"],
        Places = Number(posted["Places"]),
        Language = posted["Language"],
        StartsAt = CrossingTime.Of(posted["Starts"], country),
        EndsAt = CrossingTime.Of(posted["Ends"], country),
    };

    /// <summary>What is no value is unset, which the service refuses by its field.</summary>
    internal static TValue Value<TValue>(string text) where TValue : struct, Enum => Enum.TryParse<TValue>(text, out var value) ? value : default;

    /// <summary>What is no number is 0, which the service refuses by its field.</summary>
    static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    internal static CallInvoker To(Posted posted) => posted.To(SessionWords.Service, SessionWords.Purpose);

    static string Session(string id, string done) => $"/sessions/{Uri.EscapeDataString(id)}?done={done}";
}
