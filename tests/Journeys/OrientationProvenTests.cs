using Gms.Credentials;
using Gms.DepartureOrientation.V1;
using Gms.Local.Demo;
using Gms.Local.Verbs;
using Gms.Registry.V1;
using Gms.Type.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Xunit;
using AccessV1 = Gms.Access.V1;

namespace Gms.Journeys;

/// <summary>
/// A worker's way to a certificate that means something: a place asked for by the worker, codes coming and going, questions in Lao, a certificate that a
/// departure relies on, and that a post without a network takes from this worker and from nobody else.
/// </summary>
public sealed class OrientationProvenTests(WholeSystem whole)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Three days ago at nine in Vientiane.</summary>
    static readonly DateTimeOffset Nine = new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero).AddDays(-3).AddHours(2);

    [Fact]
    public async Task Codes_and_questions_lead_to_a_certificate_that_a_departure_and_a_post_without_a_network_rely_on()
    {
        var (worker, account) = await Enrolled();
        var session = await Planned();
        await new Sessions.SessionsClient(Orientation(account, Nine.AddDays(-1))).EnrolWorkerAsync(new() { RequestId = Given.NewId(), SessionId = session, WorkerNumber = worker }, cancellationToken: Cancel);
        Assert.Equal(Outcome.Fail, (await DecidedOrientation(worker)).Outcome);

        await Attended(session, worker, account);
        await new Sessions.SessionsClient(Orientation(Account.Training("LA"), Nine.AddHours(8))).CloseSessionAsync(new() { RequestId = Given.NewId(), SessionId = session }, cancellationToken: Cancel);
        await Passed(session, worker, account);
        var certificate = (await new Certificates.CertificatesClient(Orientation(Account.Training("LA"), Nine.AddHours(9)))
            .IssueCertificateAsync(new() { RequestId = Given.NewId(), SessionId = session, WorkerNumber = worker }, cancellationToken: Cancel)).CertificateId;

        Assert.Equal(Outcome.Pass, (await DecidedOrientation(worker)).Outcome);
        await CheckedWithoutNetwork(certificate, worker, account);
    }

    /// <summary>A worker on record, with an account of the own.</summary>
    async Task<(string Number, string Account)> Enrolled()
    {
        var number = (await new Workers.WorkersClient(whole.Offices.To("Registry", Account.Ministry("LA"), "enrolment")).EnrolWorkerAsync(new()
        {
            RequestId = Given.NewId(),
            Country = "LA",
            Names = { new PersonName { Full = $"{Given.Word()} {Given.Word()}" } },
            BirthDate = new() { Year = 1997, Month = 5 },
            Sex = Sex.Female,
            Nationality = "LA",
            Province = "LA-SV",
            Document = new() { Kind = "PASSPORT", Issuer = "LA", Number = "DEMO" + Given.NewId()[..8], ValidUntil = new() { Year = 2034, Month = 1, Day = 1 } },
        }, cancellationToken: Cancel)).WorkerNumber;
        var account = $"worker-{Guid.NewGuid():N}"[..20];
        await new AccessV1.Accounts.AccountsClient(whole.Offices.To("Access", "administrator", "administration"))
            .CreateAccountAsync(new() { RequestId = Given.NewId(), Name = account, WorkerNumber = number }, cancellationToken: Cancel);
        return (number, account);
    }

    /// <summary>A session of an edition that asks for an assessment, with a trainer of its own.</summary>
    async Task<string> Planned()
    {
        var manager = Orientation(Account.Training("LA"), Nine.AddDays(-2));
        var curriculum = (await new Curricula.CurriculaClient(manager).PublishCurriculumAsync(new()
        {
            RequestId = Given.NewId(),
            Country = "LA",
            Code = "PROVEN-" + Given.NewId()[..8].ToUpperInvariant(),
            Title = "Before leaving, with questions",
            Stage = Stage.PreDeparture,
            Origin = "LA",
            Destination = "TH",
            Programme = "LA-PDO",
            MinimumShare = 80,
            CertificateDays = 365,
            Modules = { new Module { Code = "PV-" + Given.NewId()[..8].ToUpperInvariant(), Version = 1, WorkingTitle = "Rights and duties at work", Minutes = 360, Stage = Stage.PreDeparture, Languages = { "lo" }, RightsBased = true, Topics = { "CT07" } } },
        }, cancellationToken: Cancel)).CurriculumId;
        await new Assessments.AssessmentsClient(manager).RequireAssessmentAsync(new() { RequestId = Given.NewId(), CurriculumId = curriculum, Assessment = "SAFE-BASICS", Version = 1 }, cancellationToken: Cancel);
        var trainer = (await new Trainers.TrainersClient(manager).CertifyTrainerAsync(new()
        {
            RequestId = Given.NewId(),
            Country = "LA",
            Account = "demonstration-" + Given.NewId(),
            DisplayName = "Demonstration Trainer",
            Level = TrainerLevel.Trainer,
            Evidence = "demonstration",
            Languages = { "lo" },
            ValidFrom = Day(Nine.AddDays(-2)),
            ValidUntil = Day(Nine.AddDays(300)),
        }, cancellationToken: Cancel)).TrainerId;
        return (await new Sessions.SessionsClient(manager).PlanSessionAsync(new()
        {
            RequestId = Given.NewId(),
            CurriculumId = curriculum,
            InstitutionId = whole.Data.LaoInstitution,
            TrainerId = trainer,
            Room = Given.NewId()[..8],
            Places = 20,
            Language = "lo",
            StartsAt = Timestamp.FromDateTimeOffset(Nine),
            EndsAt = Timestamp.FromDateTimeOffset(Nine.AddHours(7)),
        }, cancellationToken: Cancel)).SessionId;
    }

    /// <summary>The room's code is read off the screen, the own one off the telephone; neither works twice.</summary>
    async Task Attended(string session, string worker, string account)
    {
        var codes = (await new Attendance.AttendanceClient(Orientation(account, Nine)).ListWorkerCodesAsync(new() { SessionId = session, WorkerNumber = worker }, cancellationToken: Cancel)).WorkerCodes;
        var coming = new CheckInRequest { RequestId = Given.NewId(), SessionId = session, WorkerNumber = worker, SessionCode = await Shown(session, Nine), WorkerCode = codes[0] };
        await new Attendance.AttendanceClient(Orientation(account, Nine)).CheckInAsync(coming, cancellationToken: Cancel);

        var leaving = new CheckOutRequest { RequestId = Given.NewId(), SessionId = session, WorkerNumber = worker, SessionCode = await Shown(session, Nine.AddHours(7)), WorkerCode = codes[0] };
        var replayed = await Assert.ThrowsAsync<RpcException>(async () => await new Attendance.AttendanceClient(Orientation(account, Nine.AddHours(7))).CheckOutAsync(leaving, cancellationToken: Cancel));
        Assert.Equal(StatusCode.FailedPrecondition, replayed.StatusCode);
        (leaving.RequestId, leaving.WorkerCode) = (Given.NewId(), codes[1]);
        var left = await new Attendance.AttendanceClient(Orientation(account, Nine.AddHours(7))).CheckOutAsync(leaving, cancellationToken: Cancel);
        Assert.Equal((420, true), (left.Minutes, left.ShareReached));
    }

    async Task<string> Shown(string session, DateTimeOffset at) =>
        (await new Attendance.AttendanceClient(Orientation(Account.Trainer("LA"), at)).ShowSessionCodeAsync(new() { SessionId = session }, cancellationToken: Cancel)).SessionCode;

    async Task Passed(string session, string worker, string account)
    {
        var assessments = new Assessments.AssessmentsClient(Orientation(account, Nine.AddHours(8)));
        var asked = await assessments.GetQuestionsAsync(new() { SessionId = session, WorkerNumber = worker, Language = "lo" }, cancellationToken: Cancel);
        string[] right = ["A", "B", "C", "A", "B"];
        var answers = new SubmitAnswersRequest { RequestId = Given.NewId(), SessionId = session, WorkerNumber = worker, Language = "lo" };
        answers.Answers.AddRange(asked.Questions.Select((q, i) => new AssessmentAnswer { Question = q.Question, Option = right[i] }));
        Assert.True((await assessments.SubmitAnswersAsync(answers, cancellationToken: Cancel)).Passed);
    }

    /// <summary>What a departure makes of orientation. Without a contract it is not cleared; its checks say why each.</summary>
    async Task<Check> DecidedOrientation(string worker)
    {
        var departures = new Departures.DeparturesClient(whole.Offices.To("Registry", Account.Ministry("LA"), "departure-clearance"));
        var departure = (await departures.RegisterDepartureAsync(new()
        {
            RequestId = Given.NewId(),
            WorkerNumber = worker,
            Channel = "MOU_S59",
            Checkpoint = "TH-LA-01",
            Origin = "LA",
            Destination = "TH",
            PlannedOn = Day(DateTimeOffset.UtcNow.AddDays(10)),
            EmploymentType = "FORMAL",
        }, cancellationToken: Cancel)).Departure;
        await Given.Until(async () => (departure = (await departures.GetDepartureAsync(new() { DepartureId = departure.DepartureId }, cancellationToken: Cancel)).Departure).Checks.Any(c => c.Code == "ORIENTATION_CERTIFICATE"),
            "the departure is decided", Cancel);
        return departure.Checks.Single(c => c.Code == "ORIENTATION_CERTIFICATE");
    }

    async Task CheckedWithoutNetwork(string certificate, string worker, string account)
    {
        var text = (await new Certificates.CertificatesClient(whole.Offices.To("DepartureOrientation", account, "own-record")).GetCertificateTextAsync(new() { CertificateId = certificate }, cancellationToken: Cancel)).Text;
        var folder = Directory.CreateTempSubdirectory("gms-certificate");
        try
        {
            var (genuine, forged) = (Path.Combine(folder.FullName, "certificate.txt"), Path.Combine(folder.FullName, "forged.txt"));
            var lists = new DirectoryInfo(Path.Combine(folder.FullName, "lists"));
            await File.WriteAllTextAsync(genuine, text + "\n", Cancel);
            var signed = OrientationCertificate.Read(text).Whole;
            signed[^1] ^= 1;
            await File.WriteAllTextAsync(forged, OrientationCertificate.Prefix + Base45.Encode(signed), Cancel);

            await Pass.Lists(whole.System, lists, Cancel);
            Assert.Equal(0, await Pass.Verify(genuine, lists, null, Cancel));
            Assert.Equal(0, await Pass.Verify(genuine, lists, worker, Cancel));
            Assert.Equal(1, await Pass.Verify(genuine, lists, "LA-7KQ2-M9XD-R", Cancel));    // shown by somebody else
            Assert.Equal(1, await Pass.Verify(forged, lists, worker, Cancel));

            await new Certificates.CertificatesClient(whole.Offices.To("DepartureOrientation", Account.Training("LA"), "orientation"))
                .RevokeCertificateAsync(new() { RequestId = Given.NewId(), CertificateId = certificate, Reason = DepartureOrientation.V1.RevocationReason.Fraud }, cancellationToken: Cancel);
            await Pass.Lists(whole.System, lists, Cancel);
            Assert.Equal(1, await Pass.Verify(genuine, lists, worker, Cancel));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    CallInvoker Orientation(string account, DateTimeOffset at) => whole.Offices.To("DepartureOrientation", account, "orientation", clock: at);

    static Date Day(DateTimeOffset at) => new() { Year = at.Year, Month = at.Month, Day = at.Day };
}
