using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Type.V1;

namespace Gms.Registry.Departures;

/// <summary>Everything that a departure is decided from.</summary>
sealed record ClearanceFacts
{
    public required PartialDate BirthDate { get; init; }

    public required IReadOnlyList<Paper> Papers { get; init; }

    public required PartAnswer Recruitment { get; init; }

    public required PartAnswer SocialSecurity { get; init; }

    public required PartAnswer DepartureOrientation { get; init; }

    /// <summary>The contract as Recruitment holds it; null when it has none for the worker, or did not answer.</summary>
    public ContractFacts? Contract { get; init; }

    /// <summary>The planned day of the last departure that was cleared by the same way to the same employer; null without one.</summary>
    public DateOnly? FormerDeparture { get; init; }

    /// <summary>The last stay in the country of work that has both its days on record; null without one, and where the channel asks for no break.</summary>
    public StayOnRecord? LastStay { get; init; }

    public IEnumerable<PartAnswer> Parts => [Recruitment, SocialSecurity, DepartureOrientation];
}

/// <summary>From the arrival to the exit, as days in the country of work.</summary>
sealed record StayOnRecord(DateOnly From, DateOnly To);

/// <summary>A document of the worker: its kind and validity, never its number.</summary>
sealed record Paper(string Kind, DateOnly? ValidFrom, DateOnly? ValidUntil);

/// <summary>What a service said: its checks; or that it did not answer, or would not.</summary>
sealed record PartAnswer(string Part, IReadOnlyList<Check> Checks, bool Answered = true, string? Refusal = null)
{
    public const string Recruitment = "Recruitment", SocialSecurity = "SocialSecurity", DepartureOrientation = "DepartureOrientation";

    public static PartAnswer Missing(string part) => new(part, [], Answered: false);

    public static PartAnswer Refused(string part, string why) => new(part, [], Refusal: why);
}
