using Gms.Platform;
using Gms.Testing;
using Google.Protobuf.WellKnownTypes;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests;

/// <summary>Makes by the public calls what a test starts from.</summary>
static class Given
{
    static int _codes;

    public static string New() => Guid.NewGuid().ToString();

    public static DateOnly Today => TimeProvider.System.TodayIn("LA");

    /// <summary>Today at midnight in Vientiane, so that whatever the hour the session is of today.</summary>
    public static DateTimeOffset Midnight => new(Today, TimeOnly.MinValue, TimeSpan.FromHours(7));

    public static Proto.PublishCurriculumRequest Curriculum(string? code = null) => new()
    {
        RequestId = New(),
        Country = "LA",
        Code = code ?? $"SAFE-{Interlocked.Increment(ref _codes)}",
        Title = "Before leaving for Thailand",
        Stage = Proto.Stage.PreDeparture,
        Origin = "LA",
        Destination = "TH",
        Programme = "LA-PDO",
        MinimumShare = 80,
        CertificateDays = 365,
        Modules =
        {
            new Proto.Module { Code = "SM01", Version = 1, WorkingTitle = "Deciding to migrate", Minutes = 180, Stage = Proto.Stage.PreDeparture, Languages = { "lo", "th" }, RightsBased = true, Topics = { "CT01" } },
            new Proto.Module { Code = "SM02", Version = 1, WorkingTitle = "Rights and duties at work", Minutes = 180, Stage = Proto.Stage.PreDeparture, Languages = { "lo" }, RightsBased = true, GenderResponsive = true, Topics = { "CT07", "CT11" } },
        },
    };

    public static async Task<string> PublishedCurriculum(this DepartureOrientationHost host) =>
        (await new Proto.Curricula.CurriculaClient(host.As(A.Manager)).PublishCurriculumAsync(Curriculum())).CurriculumId;

    public static async Task<string> AccreditedInstitution(this DepartureOrientationHost host, string? organisation = null)
    {
        var officer = new Proto.Institutions.InstitutionsClient(host.As(A.Officer));
        var id = (await officer.RegisterInstitutionAsync(new() { RequestId = New(), Country = "LA", Name = New(), Kind = Proto.InstitutionKind.Tvet, Province = "LA-VT", Organisation = organisation ?? "" })).InstitutionId;
        await officer.AccreditInstitutionAsync(new() { RequestId = New(), InstitutionId = id, StartsOn = Today.AddDays(-30).ToProto(), EndsOn = Today.AddYears(2).ToProto(), Reference = "1/MoLSW" });
        return id;
    }

    public static Proto.CertifyTrainerRequest Trainer(string? account = null) => new()
    {
        RequestId = New(),
        Country = "LA",
        Account = account ?? $"trainer-{New()}",
        DisplayName = "Trainer One",
        Level = Proto.TrainerLevel.Trainer,
        Languages = { "lo" },
        Evidence = "1/IOM",
        ValidFrom = Today.AddDays(-30).ToProto(),
        ValidUntil = Today.AddYears(1).ToProto(),
    };

    /// <summary>A root of a cascade, for whatever Lao PDR has published by now.</summary>
    public static async Task<string> CertifiedTrainer(this DepartureOrientationHost host)
    {
        await host.PublishedCurriculum();
        return (await new Proto.Trainers.TrainersClient(host.As(A.Officer)).CertifyTrainerAsync(Trainer())).TrainerId;
    }

    /// <param name="inDays">0 for today, whether or not it is over by now; 1 for tomorrow, for what is done before a session ends.</param>
    public static async Task<Proto.PlanSessionRequest> Session(this DepartureOrientationHost host, int places = 20, string? institution = null, int inDays = 0) => new()
    {
        RequestId = New(),
        CurriculumId = await host.PublishedCurriculum(),
        InstitutionId = institution ?? await host.AccreditedInstitution(),
        TrainerId = await host.CertifiedTrainer(),
        Room = "Room 1",
        Places = places,
        Language = "lo",
        StartsAt = Timestamp.FromDateTimeOffset(Midnight.AddDays(inDays).AddHours(8)),
        EndsAt = Timestamp.FromDateTimeOffset(Midnight.AddDays(inDays).AddHours(16)),
    };

    public static async Task<string> PlannedSession(this DepartureOrientationHost host, int places = 20, string? institution = null, int inDays = 0) =>
        (await new Proto.Sessions.SessionsClient(host.As(A.Manager)).PlanSessionAsync(await host.Session(places, institution, inDays))).SessionId;

    public static async Task<(string Session, string Worker)> EnrolledWorker(this DepartureOrientationHost host, string? session = null)
    {
        session ??= await host.PlannedSession();
        var worker = WorkerNumber.New("LA");
        await new Proto.Sessions.SessionsClient(host.As(A.Manager)).EnrolWorkerAsync(new() { RequestId = New(), SessionId = session, WorkerNumber = worker });
        return (session, worker);
    }

    public static async Task EnrolledWorkerIn(this DepartureOrientationHost host, string session, string worker) =>
        await new Proto.Sessions.SessionsClient(host.As(A.Manager)).EnrolWorkerAsync(Enrolment(session, worker));

    /// <summary>A worker who attended for so many minutes, and whose session is closed.</summary>
    public static async Task<(string Session, string Worker)> AttendedSession(this DepartureOrientationHost host, int minutes = 360, string? institution = null)
    {
        var sessions = new Proto.Sessions.SessionsClient(host.As(A.Manager));
        var (session, worker) = await host.EnrolledWorker(await host.PlannedSession(institution: institution));
        await sessions.RecordAttendanceAsync(Attendance(session, worker, minutes));
        await sessions.CloseSessionAsync(new() { RequestId = New(), SessionId = session });
        return (session, worker);
    }

    public static Proto.RecordAttendanceRequest Attendance(string session, string worker, int minutes = 360) =>
        new() { RequestId = New(), SessionId = session, WorkerNumber = worker, Day = Today.ToProto(), Minutes = minutes };

    public static async Task<(string Certificate, string Session, string Worker)> IssuedCertificate(this DepartureOrientationHost host, string? institution = null)
    {
        var (session, worker) = await host.AttendedSession(institution: institution);
        var issued = await new Proto.Certificates.CertificatesClient(host.As(A.Manager)).IssueCertificateAsync(new() { RequestId = New(), SessionId = session, WorkerNumber = worker });
        return (issued.CertificateId, session, worker);
    }

    /// <summary>A moment of the day of the sessions, in Vientiane.</summary>
    public static DateTimeOffset At(double hours) => Midnight.AddHours(hours);

    /// <summary>The code that is shown in the room.</summary>
    public static async Task<string> ShownCode(this DepartureOrientationHost host, string session, DateTimeOffset at) =>
        (await new Proto.Attendance.AttendanceClient(host.As(A.Trainer, clock: at)).ShowSessionCodeAsync(new() { SessionId = session })).SessionCode;

    /// <summary>The worker's codes, as the institution prints them.</summary>
    public static async Task<IReadOnlyList<string>> CodesOf(this DepartureOrientationHost host, string session, string worker) =>
        (await new Proto.Attendance.AttendanceClient(host.As(A.Manager)).ListWorkerCodesAsync(new() { SessionId = session, WorkerNumber = worker })).WorkerCodes;

    public static async Task<Proto.CheckInRequest> CheckIn(this DepartureOrientationHost host, string session, string worker, DateTimeOffset at) => new()
    {
        RequestId = New(),
        SessionId = session,
        WorkerNumber = worker,
        SessionCode = await host.ShownCode(session, at),
        WorkerCode = (await host.CodesOf(session, worker))[0],
    };

    public static async Task<Proto.CheckOutRequest> CheckOut(this DepartureOrientationHost host, string session, string worker, DateTimeOffset at)
    {
        var read = await host.CheckIn(session, worker, at);
        return new() { RequestId = New(), SessionId = session, WorkerNumber = worker, SessionCode = read.SessionCode, WorkerCode = read.WorkerCode };
    }

    /// <summary>Comes and leaves with codes.</summary>
    public static async Task<Proto.CheckOutResponse> Attends(this DepartureOrientationHost host, string session, string worker, DateTimeOffset from, DateTimeOffset to)
    {
        await new Proto.Attendance.AttendanceClient(host.As(A.Trainer, clock: from)).CheckInAsync(await host.CheckIn(session, worker, from));
        return await new Proto.Attendance.AttendanceClient(host.As(A.Trainer, clock: to)).CheckOutAsync(await host.CheckOut(session, worker, to));
    }

    /// <summary>An online session, open from last midnight for thirty days, or for as many as said.</summary>
    public static async Task<string> OnlineSession(this DepartureOrientationHost host, int days = 30)
    {
        var plan = await host.Session();
        (plan.Mode, plan.Room, plan.StartsAt, plan.EndsAt) = (Proto.SessionMode.Online, "", Timestamp.FromDateTimeOffset(Midnight), Timestamp.FromDateTimeOffset(Midnight.AddDays(days)));
        return (await new Proto.Sessions.SessionsClient(host.As(A.Manager)).PlanSessionAsync(plan)).SessionId;
    }

    public static Proto.EnrolWorkerRequest Enrolment(string session, string worker, bool wait = false) => new() { RequestId = New(), SessionId = session, WorkerNumber = worker, WaitWhenFull = wait };
}
