using System.Security.Cryptography;
using System.Text;
using Gms.Platform;
using Gms.Recruitment.Complaints;

namespace Gms.Recruitment.Concerns;

/// <summary>Where a concern stands.</summary>
public enum ConcernState
{
    Raised,
    Answered,
}

/// <summary>What an office made of a concern.</summary>
public enum ConcernOutcome
{
    /// <summary>The worker was found and a complaint opened.</summary>
    ComplaintOpened,

    /// <summary>An office that can do more has it.</summary>
    PassedOn,

    /// <summary>Nobody could find out more from what was told.</summary>
    TooLittleKnown,

    Unfounded,
}

/// <summary>
/// What somebody told without signing in: a neighbour, a colleague, a worker who is afraid. Nobody knows who, so that no complaint can be opened from it
/// alone; an officer of the country addressed looks into it and answers. Its teller reads the answer by a reference and a secret.
/// </summary>
public sealed class Concern
{
    /// <summary>Digits and letters that are not taken for one another.</summary>
    const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    const int ReferenceLetters = 8;

    public required Guid Id { get; init; }

    /// <summary>As its teller writes it down: C-LA-7F3K9M2P.</summary>
    public required string Reference { get; init; }

    /// <summary>The secret itself is nowhere on record.</summary>
    public required byte[] SecretHash { get; init; }

    /// <summary>The country addressed, which holds it.</summary>
    public required string Country { get; init; }

    public required ComplaintCategory Category { get; init; }

    public required ComplaintUrgency Urgency { get; init; }

    /// <summary>The agency whose licence was named; null when none was, or nobody holds such a one.</summary>
    public Guid? AgencyId { get; init; }

    /// <summary>Encrypted for this row; null when they were forgotten.</summary>
    public byte[]? Words { get; private set; }

    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>The day by which an officer should have looked at it.</summary>
    public required DateOnly DueOn { get; init; }

    public ConcernState State { get; private set; } = ConcernState.Raised;

    public ConcernOutcome? Outcome { get; private set; }

    public string? Answer { get; private set; }

    /// <summary>The complaint that was opened from it.</summary>
    public Guid? ComplaintId { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The account that answered.</summary>
    public string? AnsweredBy { get; private set; }

    public Reach Reach => Reach.Country(Country);

    public static string NewReference(string country) => $"C-{country}-{RandomNumberGenerator.GetString(Letters, ReferenceLetters)}";

    internal void Say(byte[] words) => Words = words;

    /// <summary>Whether this is the secret that its teller chose; compared in the same time whatever differs.</summary>
    public bool IsToldBy(string secret) => CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(secret)), SecretHash);

    internal void Close(ConcernOutcome outcome, string answer, Guid? complaint, string account, DateTimeOffset now) =>
        (State, Outcome, Answer, ComplaintId, AnsweredBy, AnsweredAt) = (ConcernState.Answered, outcome, answer, complaint, account, now);
}
