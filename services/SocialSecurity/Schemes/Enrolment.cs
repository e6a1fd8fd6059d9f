namespace Gms.SocialSecurity.Schemes;

/// <summary>Whom a scheme takes and who enrols by when: hand-reviewed data beside the scheme, in Data/enrolment.json.</summary>
public sealed record Enrolment
{
    /// <summary>True for a scheme that follows a country's own people to work elsewhere.</summary>
    public required bool Abroad { get; init; }

    /// <summary>True when the scheme's date is that of its present law only.</summary>
    public required bool ExistedBefore { get; init; }

    /// <summary>The first that fits decides.</summary>
    public required IReadOnlyList<EnrolmentRule> Rules { get; init; }

    /// <summary>What holds where no rule fits: not settled.</summary>
    public required EnrolmentRule Silent { get; init; }

    public EnrolmentRule For(Job job) => Rules.FirstOrDefault(r => r.Fits(job)) ?? Silent;
}

/// <summary>One rule: such work, of such people, on such a channel.</summary>
public sealed record EnrolmentRule
{
    public IReadOnlySet<string> Employment { get; init; } = new HashSet<string>();

    /// <summary>Empty for every channel, known or not.</summary>
    public IReadOnlySet<string> Channels { get; init; } = new HashSet<string>();

    /// <summary>Empty for every nationality.</summary>
    public IReadOnlySet<string> Nationalities { get; init; } = new HashSet<string>();

    /// <summary>True for the scheme's own nationals only, false for all others only, null for both.</summary>
    public bool? Nationals { get; init; }

    public required string Country { get; init; }
    public required Standing Standing { get; init; }
    public required Enroller Enroller { get; init; }
    public required EnrolmentDue? Due { get; init; }
    public int? WithinDays { get; init; }
    public required string Text { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public required Evidence Evidence { get; init; }

    /// <summary>Whether the answer turns on who the person is: then a presumed nationality makes it unsure.</summary>
    public bool AsksNationality => Nationalities.Count > 0 || Nationals is not null;

    public bool Fits(Job job) =>
        (From is not { } from || from <= job.Day) && (To is not { } to || job.Day <= to)
        && (Employment.Count == 0 || Employment.Contains(job.EmploymentType))
        && (Channels.Count == 0 || Channels.Contains(job.Channel))
        && (Nationalities.Count == 0 || Nationalities.Contains(job.Nationality))
        && (Nationals is not { } nationals || nationals == job.IsNationalOf(Country));
}

/// <summary>The work asked about: what a scheme weighs when it takes somebody or not.</summary>
/// <param name="Channel">Empty when not known.</param>
/// <param name="Nationality">As it was said, or presumed from the country that enrolled the worker.</param>
/// <param name="Presumed">True when nobody said the nationality.</param>
public sealed record Job(string Country, string EmploymentType, string Channel, string Nationality, bool Presumed, DateOnly Day)
{
    /// <summary>The same work of one worker: where nobody said the nationality, that of the country which enrolled the worker is presumed.</summary>
    public Job Of(string workerNumber) => Nationality.Length > 0 ? this : this with { Nationality = Platform.WorkerNumber.CountryOf(workerNumber) };

    /// <summary>Channels are ways for foreigners into the country of work: whoever came on one is no national of it.</summary>
    public bool IsNationalOf(string country) => Nationality == country && (Channel.Length == 0 || country != Country);

    /// <summary>Whether a rule on nationals and foreigners rests on a presumption only.</summary>
    public bool PresumesFor(EnrolmentRule rule) =>
        Presumed && rule.AsksNationality && !(Channel.Length > 0 && rule.Country == Country && rule.Nationalities.Count == 0);
}

public enum Standing
{
    Compulsory = 1,
    Voluntary = 2,
    Excluded = 3,
    Uncertain = 4,
}

public enum Enroller
{
    Employer = 1,
    Worker = 2,
    Agency = 3,
    EmployerOrWorker = 4,
    Nobody = 5,
}

public enum EnrolmentDue
{
    BeforeDeparture = 1,
    AfterStart = 2,
    AfterArrival = 3,
}
