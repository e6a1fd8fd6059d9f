using Gms.DepartureOrientation.V1;
using Gms.Type.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Gms.Local.Demo;

/// <summary>
/// The training of trainers on safe migration in Lao PDR, as the background paper tells it, loaded through the public calls. Only what the text states:
/// institutions are numbered placeholders, nobody is named, and what it leaves out (days, years, who came from where) is either left empty or a working
/// figure that says so. services/DepartureOrientation/Data/stated_figures.json holds the text's own words beside it.
/// </summary>
public sealed class SafeMigrationProgramme(Offices offices)
{
    /// <summary>By which the stated figures find its trainings.</summary>
    const string Code = "FSM-TOT";

    const string Template = "LA-FSM-TOT";

    /// <summary>Stated of the first training: 11 TVET schools, 8 centres, 33 teachers. Stated of both: 34 TVET schools. Of the second: 50 representatives.</summary>
    const int FirstSchools = 11, FirstCentres = 8, FirstTeachers = 33, AllSchools = 34, SecondParticipants = 50;

    /// <summary>July 2019 is stated; the days are working days.</summary>
    static readonly DateTimeOffset First = new(2019, 7, 1, 1, 0, 0, TimeSpan.Zero);

    /// <summary>15 and 16 October are stated and no year: the earliest that is possible, a working year.</summary>
    static readonly DateTimeOffset Second = new(2019, 10, 15, 1, 0, 0, TimeSpan.Zero);

    /// <summary>Until when accreditation and certifications hold is not stated: a working day.</summary>
    static readonly Date Until = new() { Year = 2029, Month = 12, Day = 31 };

    static readonly Date From = new() { Year = 2019, Month = 6, Day = 3 };

    readonly List<string> _schools = [];
    readonly List<string> _centres = [];
    readonly List<string> _trainers = [];

    /// <summary>Where the roll-out of the demonstration's journeys takes place: the first school, which sent a teacher.</summary>
    public string School => _schools[0];

    /// <summary>Those whom the two trainings made trainers.</summary>
    public IReadOnlyList<string> Trainers => _trainers;

    /// <summary>The guideline's modules, as they are taught to trainers and by them.</summary>
    public IReadOnlyList<Module> Modules { get; private set; } = [];

    public async Task Load(CancellationToken cancel)
    {
        var curriculum = await Curriculum(cancel);
        var organiser = await Institutions(cancel);
        var master = await Organiser(curriculum, cancel);
        _trainers.Clear();

        string?[] first = [.. _schools.Take(FirstSchools), .. _centres];
        await Trained("first", curriculum, organiser, master, First, first, FirstTeachers, teachers: FirstTeachers, cancel);

        // Which schools came is not stated; after it all 34 had been reached. Who of the fifty teaches is not stated either: those with a school.
        string?[] second = [.. _schools.Skip(FirstSchools)];
        await Trained("second", curriculum, organiser, master, Second, second, SecondParticipants, teachers: second.Length, cancel);
    }

    async Task<string> Curriculum(CancellationToken cancel)
    {
        var curricula = new Curricula.CurriculaClient(As(Account.Training("LA"), From));
        var template = (await curricula.ListTemplatesAsync(new(), cancellationToken: cancel)).Templates.Single(t => t.TemplateId == Template);
        Modules = template.Modules;
        return (await curricula.PublishCurriculumAsync(new()
        {
            RequestId = Request("publish guideline"),
            Country = "LA",
            Code = Code,
            Title = template.Title,
            Stage = template.Stage,
            MinimumShare = 80,
            Modules = { template.Modules },
        }, cancellationToken: cancel)).CurriculumId;
    }

    /// <returns>Who held the trainings.</returns>
    async Task<string> Institutions(CancellationToken cancel)
    {
        _schools.Clear();
        _centres.Clear();
        for (var i = 1; i <= AllSchools; i++)
            _schools.Add(await Institution($"TVET school {i} (placeholder)", InstitutionKind.Tvet, cancel));
        for (var i = 1; i <= FirstCentres; i++)
            _centres.Add(await Institution($"Skills development centre {i} (placeholder)", InstitutionKind.SkillsCentre, cancel));
        var organiser = await Institution("Organiser of the trainings (placeholder)", InstitutionKind.Ministry, cancel);
        foreach (var (institution, reference) in new[] { (organiser, "DEMO-ACC-ORGANISER"), (School, "DEMO-ACC-SCHOOL-1") })
            await new Institutions.InstitutionsClient(As(Account.Ministry("LA"), From)).AccreditInstitutionAsync(
                new() { RequestId = Request("accredit " + reference), InstitutionId = institution, StartsOn = From, EndsOn = Until, Reference = reference }, cancellationToken: cancel);
        return organiser;
    }

    /// <summary>Which province a school is in is not stated.</summary>
    async Task<string> Institution(string name, InstitutionKind kind, CancellationToken cancel) => (await new Institutions.InstitutionsClient(As(Account.Ministry("LA"), From))
        .RegisterInstitutionAsync(new() { RequestId = Request("register " + name), Country = "LA", Name = name, Kind = kind }, cancellationToken: cancel)).InstitutionId;

    /// <summary>The root of the cascade: who taught the first training is not stated, only who organised it.</summary>
    async Task<string> Organiser(string curriculum, CancellationToken cancel) => (await new Trainers.TrainersClient(As(Account.Training("LA"), From)).CertifyTrainerAsync(new()
    {
        RequestId = Request("certify organiser"),
        Country = "LA",
        Account = "demonstration-organiser",
        DisplayName = "Trainer of the organisers (placeholder)",
        Level = TrainerLevel.MasterTrainer,
        Languages = { "lo" },
        ValidFrom = From,
        ValidUntil = Until,
        Evidence = "News on the second training of trainers: organised by IOM and the ministry",
        CurriculumIds = { curriculum },
    }, cancellationToken: cancel)).TrainerId;

    /// <summary>One training of two days. Who has an institution in the list has it on record; all others have none.</summary>
    async Task Trained(string which, string curriculum, string organiser, string master, DateTimeOffset start, string?[] institutions, int participants, int teachers, CancellationToken cancel)
    {
        var end = start.AddDays(1).AddHours(8);
        var session = (await new Sessions.SessionsClient(As(Account.Training("LA"), start.AddDays(-7))).PlanSessionAsync(new()
        {
            RequestId = Request("plan training " + which),
            CurriculumId = curriculum,
            InstitutionId = organiser,
            TrainerId = master,
            Room = "Room of the " + which + " training",
            Places = participants,
            Language = "lo",
            StartsAt = Timestamp.FromDateTimeOffset(start),
            EndsAt = Timestamp.FromDateTimeOffset(end),
        }, cancellationToken: cancel)).SessionId;

        var after = As(Account.Training("LA"), end.AddHours(1));
        for (var i = 0; i < participants; i++)
        {
            var trainee = (await new Trainees.TraineesClient(As(Account.Training("LA"), start.AddDays(-7))).EnrolTraineeAsync(new()
            {
                RequestId = Request($"enrol {which} {i}"),
                SessionId = session,
                Account = AccountOf(which, i),
                DisplayName = $"Participant {i + 1} of the {which} training (placeholder)",
                InstitutionId = institutions.ElementAtOrDefault(i) ?? "",
            }, cancellationToken: cancel)).TraineeId;
            foreach (var day in new[] { start, start.AddDays(1) })
                await new Trainees.TraineesClient(after).RecordTraineeAttendanceAsync(new() { RequestId = Request($"attended {which} {i} {day:dd}"), TraineeId = trainee, Day = Journey.Day(day), Minutes = 360 }, cancellationToken: cancel);
        }
        await new Sessions.SessionsClient(after).CloseSessionAsync(new() { RequestId = Request("close training " + which), SessionId = session }, cancellationToken: cancel);

        var certifying = new Trainers.TrainersClient(As(Account.Training("LA"), end.AddDays(1)));
        for (var i = 0; i < teachers; i++)
            _trainers.Add((await certifying.CertifyTrainerAsync(new()
            {
                RequestId = Request($"certify {which} {i}"),
                Country = "LA",
                Account = AccountOf(which, i),
                Level = TrainerLevel.Trainer,
                Languages = { "lo" },
                ValidFrom = Journey.Day(end.AddDays(1)),
                ValidUntil = Until,
                TrainingSessionId = session,
            }, cancellationToken: cancel)).TrainerId);
    }

    static string AccountOf(string which, int i) => $"demonstration-{which}-{i + 1}";

    CallInvoker As(string account, DateTimeOffset clock) => offices.To("DepartureOrientation", account, "orientation", clock: clock);

    CallInvoker As(string account, Date day) => As(account, new DateTimeOffset(day.Year, day.Month, day.Day, 3, 0, 0, TimeSpan.Zero));

    static string Request(string name) => Journey.IdOf("safe migration " + name);
}
