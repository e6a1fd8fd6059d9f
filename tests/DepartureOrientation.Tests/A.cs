using Gms.DepartureOrientation.Certificates;
using Gms.DepartureOrientation.Curricula;
using Gms.DepartureOrientation.Institutions;
using Gms.DepartureOrientation.Sessions;
using Gms.DepartureOrientation.Trainers;
using Gms.Platform;
using Gms.Testing;

namespace Gms.DepartureOrientation.Tests;

/// <summary>Valid things; a test names only what it is about.</summary>
static class A
{
    public const string Worker = "LA-7KQ2-M9XD-R";

    /// <summary>A number that the Registry does not know.</summary>
    public static readonly string UnknownWorker = WorkerNumber.New("LA");

    public static readonly DateOnly Today = new(2026, 11, 22);

    /// <summary>09:00 in Vientiane.</summary>
    public static readonly DateTimeOffset Nine = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

    public static readonly Who Manager = Who.Is(Role.TrainingManager, "LA");
    public static readonly Who Officer = Who.Is(Role.MinistryOfficer, "LA");
    public static readonly Who Trainer = Who.Is(Role.Trainer, "LA");
    public static readonly Who Registry = Manager with { Service = "registry" };

    public static Module Module(string code = "M1", int version = 1, int minutes = 180, Stage stage = Stage.PreDeparture, string[]? languages = null, bool rights = true, bool gender = true, string title = "Working title") => new()
    {
        Country = "LA",
        Code = code,
        Version = version,
        WorkingTitle = title,
        OfficialTitle = false,
        Minutes = minutes,
        Stage = stage,
        Languages = languages ?? ["lo", "th"],
        RightsBased = rights,
        GenderResponsive = gender,
        Topics = ["CT05"],
    };

    public static Curriculum Curriculum(Stage stage = Stage.PreDeparture, string? programme = "LA-PDO", int share = 80, int days = 0, string country = "LA", string? origin = "LA", string? destination = "TH", string? addsTo = null, params Module[] modules)
    {
        if (modules.Length == 0)
            modules = [Module("M1", stage: stage), Module("M2", stage: stage)];
        return new()
        {
            Country = country,
            Code = "SAFE",
            Edition = 1,
            Title = "Before leaving",
            Stage = stage,
            Origin = origin,
            Destination = destination,
            Programme = programme,
            AddsTo = addsTo,
            MinimumShare = share,
            CertificateDays = days,
            TotalMinutes = modules.Sum(m => m.Minutes),
            Languages = [.. modules.Select(m => m.Languages.AsEnumerable()).Aggregate((all, next) => all.Intersect(next))],
            PublishedOn = Today,
            Modules = [.. modules.Select((m, i) => new CurriculumModule { Position = i + 1, Module = m })],
        };
    }

    public static Institution Institution(DateOnly? from = null, DateOnly? until = null)
    {
        var institution = new Institution { Country = "LA", Name = "Institution 1", Kind = InstitutionKind.Tvet, Province = "LA-VT" };
        institution.Accredit(from ?? Today, until ?? Today.AddYears(1), "1");
        return institution;
    }

    public static Trainer TrainerOf(DateOnly? from = null, DateOnly? until = null, TrainerLevel level = TrainerLevel.Trainer, string[]? languages = null)
    {
        var trainer = new Trainer { Country = "LA", Account = "trainer-1", DisplayName = "Trainer 1" };
        trainer.Certify(Certification(from, until, level, languages));
        return trainer;
    }

    /// <summary>By evidence, for M1 to M3 in their first version at every stage; or by a training.</summary>
    public static Certification Certification(DateOnly? from = null, DateOnly? until = null, TrainerLevel level = TrainerLevel.Trainer, string[]? languages = null, Guid? training = null, params Module[] modules) => new()
    {
        Level = level,
        Languages = languages ?? ["lo"],
        ValidFrom = from ?? Today,
        ValidUntil = until ?? Today.AddYears(1),
        TrainingSessionId = training,
        Evidence = training is null ? "1/IOM" : null,
        Modules = [.. (modules.Length > 0 ? modules : [.. from code in new[] { "M1", "M2", "M3" } from stage in Enum.GetValues<Stage>() select Module(code, stage: stage)]).Select(m => new CertifiedModule { Module = m })],
    };

    public static Session Session(Curriculum? curriculum = null, Institution? institution = null, Trainer? trainer = null, DateTimeOffset? starts = null, DateTimeOffset? ends = null, string language = "lo", bool closed = false, SessionMode mode = SessionMode.Room, int places = 20)
    {
        var session = new Session
        {
            Country = "LA",
            Curriculum = curriculum ?? Curriculum(),
            Institution = institution ?? Institution(),
            Trainer = trainer ?? TrainerOf(),
            Mode = mode,
            Room = "Room 1",
            Places = places,
            Language = language,
            StartsAt = starts ?? Nine,
            EndsAt = ends ?? (starts ?? Nine).AddHours(7),
        };
        if (closed)
            session.Close();
        return session;
    }

    public static Enrolment Enrolment(params int[] minutes)
    {
        var enrolment = new Enrolment { SessionId = Guid.Empty, WorkerNumber = Worker, Country = "LA", StartsAt = Nine, EndsAt = Nine.AddHours(7) };
        for (var i = 0; i < minutes.Length; i++)
            enrolment.Record(new() { Day = Today.AddDays(i), Minutes = minutes[i], RecordedBy = "trainer-1", RecordedAt = Nine });
        return enrolment;
    }

    public static Certificate Certificate(Stage stage = Stage.PreDeparture, string country = "LA", string? origin = "LA", string? destination = "TH", DateOnly? issued = null, DateOnly? expires = null, string? addsTo = null) => new()
    {
        Country = country,
        WorkerNumber = Worker,
        EnrolmentId = Guid.Empty,
        SessionId = Guid.Empty,
        InstitutionId = Guid.Empty,
        CurriculumId = Guid.Empty,
        Curriculum = Curriculum(stage, addsTo: addsTo),
        CurriculumCode = "SAFE",
        Edition = 1,
        Stage = stage,
        Programme = "LA-PDO",
        Origin = origin,
        Destination = destination,
        Language = "lo",
        Minutes = 360,
        IssuedOn = issued ?? Today,
        ExpiresOn = expires,
    };
}
