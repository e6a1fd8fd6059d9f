using System.Globalization;
using System.Text.Json;
using Gms.DepartureOrientation.V1;
using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Gms.Registry.V1;
using Gms.Testing;
using Gms.Type.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Gms.Browser;

/// <summary>
/// What a training centre's day starts from, made through the public calls: an accredited institution, a master trainer by evidence, and the demonstration's trainer, who was
/// trained by the master a month ago for what workers are taught.
/// </summary>
sealed class GivenTraining(WholeSystem whole, string country)
{
    const int Minutes = 360;

    /// <summary>What is planned, attended and closed on one day takes two or three minutes: so much of the day there has to be left.</summary>
    static readonly TimeSpan Enough = TimeSpan.FromMinutes(6);

    public string Language { get; } = country == "LA" ? "lo" : "km";

    public string Master { get; } = $"Master {Given.Word()} {Given.Word()}";

    public string Trainer { get; } = $"Trainer {Given.Word()}";

    public string Institution { get; private set; } = "";

    public string Curriculum { get; private set; } = "";

    public string MasterId { get; private set; } = "";

    public string TrainerId { get; private set; } = "";

    /// <summary>The training of trainers.</summary>
    public string Training { get; private set; } = "";

    /// <summary>The day there, taken once. In Vientiane it ends at 17:00 UTC: one that is nearly over is waited out.</summary>
    public DateOnly Today { get; private set; }

    public async Task<GivenTraining> Made(CancellationToken cancel)
    {
        Today = await Eventually.Becomes(() => Task.FromResult(LongEnough(DateTimeOffset.UtcNow)), day => day is not null, Enough + TimeSpan.FromMinutes(1))
            ?? throw new InvalidOperationException($"The day in {country} does not end.");
        var ministry = new Institutions.InstitutionsClient(As(Account.Ministry(country), -40));
        Institution = (await ministry.RegisterInstitutionAsync(new() { RequestId = Given.NewId(), Country = country, Name = $"Training centre {Given.Word()}", Kind = InstitutionKind.Tvet }, cancellationToken: cancel)).InstitutionId;
        await ministry.AccreditInstitutionAsync(new() { RequestId = Given.NewId(), InstitutionId = Institution, StartsOn = Day(-40), EndsOn = Day(400), Reference = "BROWSER-1" }, cancellationToken: cancel);

        var module = new Module { Code = "BR-" + Given.NewId()[..8].ToUpperInvariant(), Version = 1, WorkingTitle = "Rights and duties at work", Minutes = Minutes, Stage = Stage.PreDeparture, Languages = { Language }, RightsBased = true, Topics = { "CT07" } };
        var forTrainers = await Published(Stage.TrainingOfTrainers, "BRTOT", module, cancel);
        Curriculum = await Published(Stage.PreDeparture, "BRPDO", module, cancel);

        MasterId = (await Certifying(-39).CertifyTrainerAsync(new()
        {
            RequestId = Given.NewId(), Country = country, Account = "browser-" + Given.NewId(), DisplayName = Master, Level = TrainerLevel.MasterTrainer, Languages = { Language },
            ValidFrom = Day(-39), ValidUntil = Day(400), Evidence = "BROWSER-2", CurriculumIds = { forTrainers },
        }, cancellationToken: cancel)).TrainerId;
        await Trained(forTrainers, cancel);
        return this;
    }

    /// <summary>The day of a moment there; null when too little of it is left.</summary>
    DateOnly? LongEnough(DateTimeOffset now) => PlaceNames.DayIn(now, country) is var day && PlaceNames.DayIn(now + Enough, country) == day ? day : null;

    /// <summary>One day of training, a month ago.</summary>
    async Task Trained(string curriculum, CancellationToken cancel)
    {
        var begins = Midnight.AddDays(-30).AddHours(8);
        Training = (await new DepartureOrientation.V1.Sessions.SessionsClient(As(Account.Training(country), -31)).PlanSessionAsync(new()
        {
            RequestId = Given.NewId(), CurriculumId = curriculum, InstitutionId = Institution, TrainerId = MasterId, Room = "Hall", Places = 10, Language = Language,
            StartsAt = Timestamp.FromDateTimeOffset(begins), EndsAt = Timestamp.FromDateTimeOffset(begins.AddHours(7)),
        }, cancellationToken: cancel)).SessionId;
        var after = As(Account.Training(country), -30, hour: 16);
        var account = AccountId(Account.Trainer(country));
        var trainee = (await new Trainees.TraineesClient(As(Account.Training(country), -31)).EnrolTraineeAsync(
            new() { RequestId = Given.NewId(), SessionId = Training, Account = account, DisplayName = Trainer, InstitutionId = Institution }, cancellationToken: cancel)).TraineeId;
        await new Trainees.TraineesClient(after).RecordTraineeAttendanceAsync(new() { RequestId = Given.NewId(), TraineeId = trainee, Day = Day(-30), Minutes = Minutes }, cancellationToken: cancel);
        await new DepartureOrientation.V1.Sessions.SessionsClient(after).CloseSessionAsync(new() { RequestId = Given.NewId(), SessionId = Training }, cancellationToken: cancel);
        TrainerId = (await Certifying(-29).CertifyTrainerAsync(new()
        {
            RequestId = Given.NewId(), Country = country, Account = account, Level = TrainerLevel.Trainer, Languages = { Language }, ValidFrom = Day(-29), ValidUntil = Day(300), TrainingSessionId = Training,
        }, cancellationToken: cancel)).TrainerId;
    }

    /// <summary>A worker of the country with a telephone.</summary>
    public async Task<(string Number, string Phone)> Worker(CancellationToken cancel)
    {
        var phone = $"+85620{BitConverter.ToUInt32(Guid.NewGuid().ToByteArray()) % 100_000_000:00000000}";
        var number = (await new Workers.WorkersClient(whole.Offices.To("Registry", Account.Ministry(country), "enrolment")).EnrolWorkerAsync(new()
        {
            RequestId = Given.NewId(),
            Country = country,
            Names = { new PersonName { Full = $"{Given.Word()} {Given.Word()}" } },
            BirthDate = new() { Year = 1998, Month = 4 },
            Sex = Sex.Female,
            Nationality = country,
            ContactFacts = new() { Contacts = { new Contact { Kind = ContactKind.Phone, Value = phone } }, Languages = { Language } },
            Document = new() { Kind = "PASSPORT", Issuer = country, Number = "T" + Given.NewId()[..8].ToUpper(CultureInfo.InvariantCulture), ValidUntil = new() { Year = 2034, Month = 1, Day = 1 } },
        }, cancellationToken: cancel)).WorkerNumber;
        return (number, phone);
    }

    async Task<string> Published(Stage stage, string code, Module module, CancellationToken cancel) => (await new Curricula.CurriculaClient(As(Account.Training(country), -40)).PublishCurriculumAsync(new()
    {
        RequestId = Given.NewId(),
        Country = country,
        Code = $"{code}-{Given.NewId()[..8].ToUpperInvariant()}",
        Title = stage == Stage.PreDeparture ? "Before leaving for Thailand" : "For those who teach",
        Stage = stage,
        Origin = stage == Stage.PreDeparture ? country : "",
        Destination = stage == Stage.PreDeparture ? "TH" : "",
        Programme = stage == Stage.PreDeparture ? $"{country}-PDO" : "",
        MinimumShare = 80,
        CertificateDays = 365,
        Modules = { module },
    }, cancellationToken: cancel)).CurriculumId;

    /// <summary>The account as Access numbers it: what a token says, and what a certification is for.</summary>
    string AccountId(string account) => JsonDocument.Parse(File.ReadAllText(whole.System.State[Path.Combine("secrets", "sign-ins.json")])).RootElement.EnumerateArray()
        .Single(a => a.GetProperty("account").GetString() == account).GetProperty("account_id").GetString()!;

    Trainers.TrainersClient Certifying(int day) => new(As(Account.Training(country), day));

    /// <summary>At the beginning of the day there; both countries are seven hours ahead of UTC.</summary>
    DateTimeOffset Midnight => new(Today, TimeOnly.MinValue, TimeSpan.FromHours(7));

    CallInvoker As(string account, int day, int hour = 3) => whole.Offices.To("DepartureOrientation", account, "orientation", clock: Midnight.AddDays(day).AddHours(hour));

    Date Day(int days) => ((DateOnly?)Today.AddDays(days)).ToDate()!;
}
