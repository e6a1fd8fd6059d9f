using Gms.Platform;
using Gms.Testing;
using Google.Protobuf.WellKnownTypes;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Cascade;

/// <summary>Trainings of trainers and what follows from them, by the public calls, each on the day on which it would be made.</summary>
static class GivenCascade
{
    /// <summary>So many days from today; the calls are made at four in the afternoon of Vientiane.</summary>
    static DateTimeOffset At(int day) => Given.Midnight.AddDays(day).AddHours(16);

    /// <summary>For trainers: the same modules that workers are taught.</summary>
    public static async Task<string> CurriculumForTrainers(this DepartureOrientationHost host)
    {
        var request = Given.Curriculum(code: $"TOT-{Given.New()}");
        (request.Stage, request.Programme, request.Destination) = (Proto.Stage.TrainingOfTrainers, "", "");
        return (await new Proto.Curricula.CurriculaClient(host.As(A.Manager)).PublishCurriculumAsync(request)).CurriculumId;
    }

    /// <summary>A master at the root of a cascade.</summary>
    public static async Task<string> Root(this DepartureOrientationHost host)
    {
        await host.CurriculumForTrainers();
        var request = Given.Trainer();
        (request.Level, request.ValidUntil) = (Proto.TrainerLevel.MasterTrainer, Given.Today.AddYears(5).ToProto());
        return (await new Proto.Trainers.TrainersClient(host.As(A.Officer)).CertifyTrainerAsync(request)).TrainerId;
    }

    /// <summary>A training of trainers on a day, not yet closed.</summary>
    public static async Task<string> OpenTraining(this DepartureOrientationHost host, string leader, int day, params string[] accounts)
    {
        var session = (await host.Sessions(day).PlanSessionAsync(new()
        {
            RequestId = Given.New(),
            CurriculumId = await host.CurriculumForTrainers(),
            InstitutionId = await host.AccreditedInstitution(),
            TrainerId = leader,
            Room = "Room 1",
            Places = 50,
            Language = "lo",
            StartsAt = Timestamp.FromDateTimeOffset(Given.Midnight.AddDays(day).AddHours(8)),
            EndsAt = Timestamp.FromDateTimeOffset(Given.Midnight.AddDays(day).AddHours(15)),
        })).SessionId;
        var trainees = new Proto.Trainees.TraineesClient(host.As(A.Manager, clock: At(day)));
        foreach (var account in accounts)
        {
            var trainee = (await trainees.EnrolTraineeAsync(Trainee(session, account))).TraineeId;
            await trainees.RecordTraineeAttendanceAsync(new() { RequestId = Given.New(), TraineeId = trainee, Day = Given.Today.AddDays(day).ToProto(), Minutes = 360 });
        }
        return session;
    }

    public static Proto.EnrolTraineeRequest Trainee(string session, string account) => new() { RequestId = Given.New(), SessionId = session, Account = account, DisplayName = "Trainee" };

    /// <summary>A training that is over and attended by all of them.</summary>
    public static async Task<string> Training(this DepartureOrientationHost host, string leader, int day, params string[] accounts)
    {
        var session = await host.OpenTraining(leader, day, accounts);
        await host.Sessions(day).CloseSessionAsync(new() { RequestId = Given.New(), SessionId = session });
        return session;
    }

    public static Proto.CertifyTrainerRequest ByTraining(string session, string account, int day, Proto.TrainerLevel level = Proto.TrainerLevel.MasterTrainer) => new()
    {
        RequestId = Given.New(),
        Country = "LA",
        Account = account,
        Level = level,
        Languages = { "lo" },
        ValidFrom = Given.Today.AddDays(day + 1).ToProto(),
        ValidUntil = Given.Today.AddYears(4).ToProto(),
        TrainingSessionId = session,
    };

    public static Task<Proto.CertifyTrainerResponse> Certify(this DepartureOrientationHost host, Proto.CertifyTrainerRequest request) =>
        new Proto.Trainers.TrainersClient(host.As(A.Officer)).CertifyTrainerAsync(request).ResponseAsync;

    /// <summary>Who was trained by a leader on a day, and is a master from the next day on.</summary>
    public static async Task<string> Trained(this DepartureOrientationHost host, string leader, int day, string? account = null)
    {
        account ??= $"trainer-{Given.New()}";
        return (await host.Certify(ByTraining(await host.Training(leader, day, account), account, day))).TrainerId;
    }

    /// <summary>A worker's certificate of a session that this trainer led on a day.</summary>
    public static async Task<(string Certificate, string Session, string Worker)> TaughtBy(this DepartureOrientationHost host, string trainer, int day, string? worker = null)
    {
        var sessions = host.Sessions(day);
        var request = await host.Session();
        request.TrainerId = trainer;
        request.StartsAt = Timestamp.FromDateTimeOffset(Given.Midnight.AddDays(day).AddHours(8));
        request.EndsAt = Timestamp.FromDateTimeOffset(Given.Midnight.AddDays(day).AddHours(15));
        var session = (await sessions.PlanSessionAsync(request)).SessionId;
        worker ??= WorkerNumber.New("LA");
        await sessions.EnrolWorkerAsync(new() { RequestId = Given.New(), SessionId = session, WorkerNumber = worker });
        var attendance = Given.Attendance(session, worker);
        attendance.Day = Given.Today.AddDays(day).ToProto();
        await sessions.RecordAttendanceAsync(attendance);
        await sessions.CloseSessionAsync(new() { RequestId = Given.New(), SessionId = session });
        var issued = await new Proto.Certificates.CertificatesClient(host.As(A.Manager, clock: At(day))).IssueCertificateAsync(new() { RequestId = Given.New(), SessionId = session, WorkerNumber = worker });
        return (issued.CertificateId, session, worker);
    }

    static Proto.Sessions.SessionsClient Sessions(this DepartureOrientationHost host, int day) => new(host.As(A.Manager, clock: At(day)));
}
