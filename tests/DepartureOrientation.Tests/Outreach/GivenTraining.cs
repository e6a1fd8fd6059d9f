using Gms.Platform;
using Google.Protobuf.WellKnownTypes;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Outreach;

/// <summary>Makes by the public calls a training of trainers, who it makes trainers, and what they roll out. On a day of its own: nobody is in two rooms at once.</summary>
sealed class GivenTraining(DepartureOrientationHost host, int daysAgo = 60)
{
    /// <summary>09:00 in Vientiane.</summary>
    DateTimeOffset Day(int later = 0) => Given.Midnight.AddDays(-daysAgo + later).AddHours(9);

    public string Code { get; } = "TOT-" + Given.New()[..8];

    public string RollOutCurriculum { get; private set; } = "";

    public string Session { get; private set; } = "";

    public List<string> Trainers { get; } = [];

    /// <summary>Institutions of the trainees, one each; an empty one is a trainee whose institution is not said.</summary>
    public async Task<GivenTraining> Held(params string[] institutions)
    {
        Proto.Module[] modules = [Module("A"), Module("B")];
        var training = await Publish(Code, Proto.Stage.TrainingOfTrainers, modules);
        RollOutCurriculum = await Publish(Code + "-ROLL", Proto.Stage.PreDeparture, modules);
        var root = Given.Trainer();
        (root.Level, root.ValidFrom) = (Proto.TrainerLevel.MasterTrainer, Day(-30).DayIn("LA").ToProto());
        root.CurriculumIds.Add(training);
        var master = (await TrainersAt(Day(-20)).CertifyTrainerAsync(root)).TrainerId;
        Session = await Planned(training, master, await Accredited(), Day());
        foreach (var (institution, i) in institutions.Select((institution, i) => (institution, i)))
        {
            var trainee = (await new Proto.Trainees.TraineesClient(As(Day(-1))).EnrolTraineeAsync(new() { RequestId = Given.New(), SessionId = Session, Account = $"{Code}-{i}", DisplayName = "Teacher", InstitutionId = institution })).TraineeId;
            await new Proto.Trainees.TraineesClient(As(Day().AddHours(8))).RecordTraineeAttendanceAsync(new() { RequestId = Given.New(), TraineeId = trainee, Day = Day().DayIn("LA").ToProto(), Minutes = 360 });
        }
        await new Proto.Sessions.SessionsClient(As(Day().AddHours(9))).CloseSessionAsync(new() { RequestId = Given.New(), SessionId = Session });
        for (var i = 0; i < institutions.Length; i++)
            Trainers.Add((await TrainersAt(Day(1)).CertifyTrainerAsync(new()
            {
                RequestId = Given.New(), Country = "LA", Account = $"{Code}-{i}", Level = Proto.TrainerLevel.Trainer, Languages = { "lo" }, TrainingSessionId = Session,
                ValidFrom = Day(1).DayIn("LA").ToProto(), ValidUntil = Given.Today.AddYears(1).ToProto(),
            })).TrainerId);
        return this;
    }

    /// <summary>A session of workers, led by the first of those trained, on a day after the training.</summary>
    public async Task<IReadOnlyList<string>> RolledOut(int workers, int daysLater = 2)
    {
        var start = Day(daysLater);
        var session = await Planned(RollOutCurriculum, Trainers[0], await Accredited(), start);
        List<string> numbers = [.. Enumerable.Range(0, workers).Select(_ => WorkerNumber.New("LA"))];
        foreach (var worker in numbers)
        {
            await new Proto.Sessions.SessionsClient(As(start.AddHours(-1))).EnrolWorkerAsync(new() { RequestId = Given.New(), SessionId = session, WorkerNumber = worker });
            await new Proto.Sessions.SessionsClient(As(start.AddHours(8))).RecordAttendanceAsync(new() { RequestId = Given.New(), SessionId = session, WorkerNumber = worker, Day = start.DayIn("LA").ToProto(), Minutes = 360 });
        }
        await new Proto.Sessions.SessionsClient(As(start.AddHours(9))).CloseSessionAsync(new() { RequestId = Given.New(), SessionId = session });
        foreach (var worker in numbers)
            await new Proto.Certificates.CertificatesClient(As(start.AddHours(10))).IssueCertificateAsync(new() { RequestId = Given.New(), SessionId = session, WorkerNumber = worker });
        return numbers;
    }

    public async Task<string> Institution(Proto.InstitutionKind kind, string province = "") =>
        (await new Proto.Institutions.InstitutionsClient(host.As(A.Officer)).RegisterInstitutionAsync(new() { RequestId = Given.New(), Country = "LA", Name = Given.New(), Kind = kind, Province = province })).InstitutionId;

    async Task<string> Accredited()
    {
        var id = await Institution(Proto.InstitutionKind.Ministry);
        await new Proto.Institutions.InstitutionsClient(host.As(A.Officer)).AccreditInstitutionAsync(new() { RequestId = Given.New(), InstitutionId = id, StartsOn = Given.Today.AddYears(-3).ToProto(), EndsOn = Given.Today.AddYears(1).ToProto(), Reference = "1" });
        return id;
    }

    async Task<string> Publish(string code, Proto.Stage stage, Proto.Module[] modules)
    {
        var request = new Proto.PublishCurriculumRequest { RequestId = Given.New(), Country = "LA", Code = code, Title = "Title", Stage = stage, MinimumShare = 80, Modules = { modules } };
        if (stage == Proto.Stage.PreDeparture)
            (request.Origin, request.Destination, request.Programme) = ("LA", "TH", "LA-PDO");
        return (await new Proto.Curricula.CurriculaClient(As(Day(-40))).PublishCurriculumAsync(request)).CurriculumId;
    }

    async Task<string> Planned(string curriculum, string trainer, string institution, DateTimeOffset start) => (await new Proto.Sessions.SessionsClient(As(start.AddDays(-1))).PlanSessionAsync(new()
    {
        RequestId = Given.New(), CurriculumId = curriculum, InstitutionId = institution, TrainerId = trainer, Room = "Room", Places = 60, Language = "lo",
        StartsAt = Timestamp.FromDateTimeOffset(start), EndsAt = Timestamp.FromDateTimeOffset(start.AddHours(7)),
    })).SessionId;

    Proto.Module Module(string code) => new() { Code = $"{Code}-{code}", Version = 1, WorkingTitle = "Module", Minutes = 180, Stage = Proto.Stage.PreDeparture, Languages = { "lo" }, RightsBased = true, Topics = { "CT01" } };

    Proto.Trainers.TrainersClient TrainersAt(DateTimeOffset clock) => new(As(clock));

    Grpc.Core.CallInvoker As(DateTimeOffset clock) => host.As(A.Manager, null, clock);
}
