using Gms.Credentials;
using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Registry.Departures;
using Gms.Registry.Workers;
using Gms.Type.V1;

namespace Gms.Registry.Passes;

/// <summary>The way a pass is filled in: everything a decision and a record hold in, the row to save out. Pure; time, keys and the number in the status list are handed in.</summary>
static class PassIssuing
{
    public const string CoverageCheck = "COVERAGE_COMPULSORY_SCHEMES", OrientationCheck = "ORIENTATION_CERTIFICATE";

    const int MostEmployerBytes = 40, DocumentEndLength = 4;

    /// <param name="departure">A departure that is cleared.</param>
    /// <param name="subject">The worker as the record shows it.</param>
    /// <param name="findings">The checks of the decision.</param>
    /// <param name="contract">The contract as Recruitment holds it; null without one, or when it did not say.</param>
    /// <param name="terms">How long passes are valid, and which papers count.</param>
    /// <param name="means">Key, cipher, number and time.</param>
    public static Pass Issue(Departure departure, PassSubject subject, IReadOnlyList<Finding> findings, ContractFacts? contract, PassTerms terms, PassMeans means)
    {
        var claims = Claims(departure, subject, findings, contract, terms, means);
        return new()
        {
            Id = claims.PassId,
            DepartureId = departure.Id,
            WorkerNumber = subject.WorkerNumber,
            Country = departure.Origin,
            StatusList = means.Status.List,
            StatusIndex = means.Status.Index,
            KeyVersion = means.Key.Version,
            TextEncrypted = subject.Cipher.Encrypt(PassText.Sign(claims, means.Key.Key), claims.PassId),
            IssuedAt = claims.IssuedAt,
            NotBefore = claims.NotBefore,
            ExpiresAt = claims.ExpiresAt,
        };
    }

    public static DeparturePass Claims(Departure departure, PassSubject subject, IReadOnlyList<Finding> findings, ContractFacts? contract, PassTerms terms, PassMeans means)
    {
        var paper = Paper(subject.Papers, terms.Papers(departure), departure.PlannedOn);
        return new()
        {
            PassId = means.PassId,
            WorkerNumber = subject.WorkerNumber,
            MaskedName = MaskedName.Of(subject.Names),
            BirthYear = subject.BirthDate.Year > 0 ? subject.BirthDate.Year : null,
            Sex = subject.Sex switch { Sex.Female => "F", Sex.Male => "M", Sex.Other => "X" },
            DocumentKind = paper is null ? null : terms.KindOf(paper.Kind),
            DocumentEnd = paper is null ? null : End(paper.Number()),
            Origin = departure.Origin,
            Destination = departure.Destination,
            Channel = departure.Channel,
            Checkpoint = departure.Checkpoint,
            Employer = MaskedName.Cut(contract?.EmployerName, MostEmployerBytes),
            ContractHash = contract is { ContractHash.Length: >= DeparturePass.ContractHashLength * 2 } ? Convert.FromHexString(contract.ContractHash)[..DeparturePass.ContractHashLength] : null,
            Coverage = Mark(findings, CoverageCheck, terms.Asks(departure, "SocialSecurity", CoverageCheck, findings)),
            Orientation = Mark(findings, OrientationCheck, terms.Asks(departure, "DepartureOrientation", OrientationCheck, findings)),
            IssuedAt = Whole(means.Now),
            NotBefore = departure.PlannedOn.StartIn(departure.Origin).ToUniversalTime(),
            ExpiresAt = Expiry(departure, paper, terms),
            StatusUri = StatusList.UriOf(departure.Origin, means.Status.List),
            StatusIndex = means.Status.Index,
        };
    }

    /// <summary>The paper that the worker will show: of the channel's, valid on the day, the one that lasts longest; else any in use that does.</summary>
    static PassPaper? Paper(IReadOnlyList<PassPaper> papers, Func<string, bool> ofChannel, DateOnly day) => papers
        .Where(p => p.ValidUntil is null || p.ValidUntil >= day)
        .OrderByDescending(p => ofChannel(p.Kind)).ThenByDescending(p => p.ValidUntil ?? DateOnly.MaxValue).ThenByDescending(p => p.Id)
        .FirstOrDefault();

    /// <summary>The end of the last day, never beyond the paper's own last day.</summary>
    static DateTimeOffset Expiry(Departure departure, PassPaper? paper, PassTerms terms)
    {
        var last = departure.PlannedOn.AddDays(terms.DaysAfterPlanned);
        return (paper?.ValidUntil is { } end && end < last ? end : last).AddDays(1).StartIn(departure.Origin).ToUniversalTime();
    }

    /// <summary>What is not in order is told where it is asked for, whether it decides or only warns, or an officer cleared it: a border post sees what the decision saw.</summary>
    static PassMark Mark(IReadOnlyList<Finding> findings, string code, bool asked) => findings.FirstOrDefault(f => f.Code == code)?.Outcome switch
    {
        Outcome.Pass => PassMark.Pass,
        Outcome.NotApplicable => PassMark.NotApplicable,
        { } when !asked => PassMark.NotApplicable,
        Outcome.Fail => PassMark.Fail,
        _ => PassMark.Unknown,
    };

    static string? End(string? number)
    {
        if (number is null)
            return null;
        var signs = number.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant).ToArray();
        return new(signs[^Math.Min(DocumentEndLength, signs.Length)..]);
    }

    static DateTimeOffset Whole(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}

/// <summary>A worker as a pass shows one, with the means to read what is encrypted.</summary>
sealed record PassSubject(string WorkerNumber, IReadOnlyList<WorkerName> Names, PartialDate BirthDate, Sex Sex, IReadOnlyList<PassPaper> Papers, PersonCipher Cipher);

/// <summary>A document in use; its number is read only when it stands on the pass.</summary>
sealed record PassPaper(Guid Id, string Kind, DateOnly? ValidUntil, Func<string?> Number);

/// <summary>The key that signs now, the place in the status list, the pass's own id and the time.</summary>
sealed record PassMeans(Guid PassId, SigningKey Key, StatusNumber Status, DateTimeOffset Now);

/// <summary>A pass's place in its country's status lists.</summary>
sealed record StatusNumber(long Number)
{
    public int List => (int)(Number / StatusList.Size);

    public int Index => (int)(Number % StatusList.Size);
}
