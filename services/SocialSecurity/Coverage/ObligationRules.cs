using Gms.SocialSecurity.Schemes;
using Gms.Type.V1;

namespace Gms.SocialSecurity.Coverage;

/// <summary>In which schemes such work must be enrolled, and whether anything of that is needed before a departure. Pure.</summary>
static class ObligationRules
{
    public const string CheckCode = "COVERAGE_COMPULSORY_SCHEMES";

    /// <summary>The schemes that take such work or may take it: compulsory, voluntary, not settled.</summary>
    public static IEnumerable<Position> Of(IEnumerable<Position> positions) =>
        positions.Where(p => p.Scheme.InOperation && p.Rule.Standing != Standing.Excluded).OrderBy(p => p.Rule.Standing);

    /// <summary>
    /// Passes when the worker is a member, or enrolment falls due only when work starts or on arrival. What is not settled and would
    /// fall due only then needs nothing before departure either.
    /// </summary>
    public static Check ToDepart(IReadOnlyList<Position> obligations, Job job)
    {
        var compulsory = obligations.Where(IsCompulsory).ToList();
        if (compulsory.Count == 0)
            return new() { Code = CheckCode, Outcome = Outcome.NotApplicable, Message = $"No compulsory scheme takes {job.EmploymentType} work in {job.Country}." };

        var outcome = Worst(compulsory);
        var deciding = compulsory.Where(p => Of(p) == outcome).ToList();
        return new()
        {
            Code = CheckCode,
            Outcome = outcome,
            Message = string.Join(" ", compulsory.Select(p => Told(p, InsuredForWorkSince(obligations, p.Scheme.Country)))),
            Remedy = outcome switch
            {
                Outcome.Fail => $"Enrol in {Names(deciding)} before departure.",
                Outcome.Unknown when deciding.TrueForAll(p => !p.IsTold) => $"Have the signed answer of {string.Join(", ", deciding.Select(p => p.Scheme.Country).Distinct())} shown (ConfirmCoverage).",
                Outcome.Unknown => $"Ask {string.Join(", ", deciding.Select(p => p.Scheme.Administrator).Distinct())} by when enrolment in {Names(deciding)} is due.",
                _ => "",
            },
            // The least sure of the rules that decided, settled ones first: who acts on the check must know how far to trust it.
            Source = deciding.OrderBy(p => p.Rule.Standing).ThenByDescending(p => p.RuleEvidence.Confidence).First().RuleEvidence.ToProto(),
        };
    }

    /// <summary>The outcome of that check alone.</summary>
    public static Outcome OutcomeToDepart(IEnumerable<Position> obligations) => obligations.Where(IsCompulsory).ToList() is { Count: > 0 } compulsory ? Worst(compulsory) : Outcome.NotApplicable;

    static bool IsCompulsory(Position position) => position.Rule.Standing == Standing.Compulsory || (position.Rule.Standing == Standing.Uncertain && position.Scheme.MayBeCompulsory);

    static Outcome Worst(List<Position> compulsory) => compulsory.Select(Of).MaxBy(o => o switch { Outcome.Fail => 2, Outcome.Unknown => 1, _ => 0 });

    static Outcome Of(Position position) => position switch
    {
        { IsMember: true } => Outcome.Pass,
        { Rule.Due: EnrolmentDue.AfterStart or EnrolmentDue.AfterArrival } => Outcome.Pass,
        { IsTold: true, Rule: { Due: EnrolmentDue.BeforeDeparture, Standing: Standing.Compulsory } } => Outcome.Fail,
        _ => Outcome.Unknown,
    };

    /// <summary>Where the worker is insured already by a scheme into which one comes with the start of work, the work has begun.</summary>
    static DateOnly? InsuredForWorkSince(IEnumerable<Position> positions, string country) =>
        positions.Where(p => p.Scheme.Country == country && p.Rule is { Standing: Standing.Compulsory, Due: EnrolmentDue.AfterStart }).Min(p => p.Current?.From);

    static string Told(Position position, DateOnly? workedSince) => position switch
    {
        { IsMember: true } => $"{position.Scheme.Id}: the worker is a member.",
        { IsTold: false } => $"{position.Scheme.Id}: {position.Scheme.Country} holds the record; whether the worker is a member is not told.",
        { Rule: { Standing: Standing.Uncertain, Due: EnrolmentDue.AfterStart } } when workedSince is not null =>
            $"{position.Scheme.Id}: not settled whether it takes such work; no membership is recorded since the work started.",
        { Rule: { Standing: Standing.Compulsory, Due: EnrolmentDue.AfterStart } } when workedSince is { } since =>
            $"{position.Scheme.Id}: no membership is recorded, though the worker is insured for work in {position.Scheme.Country} since {since:yyyy-MM-dd}; ask the employer for the enrolment.",
        { Rule.Standing: Standing.Uncertain } => $"{position.Scheme.Id}: not settled whether it takes such work; enrolment would be due {Wording.When(position.Rule)}.",
        _ => $"{position.Scheme.Id}: {char.ToLowerInvariant(Wording.WhoEnrols(position.Rule)[0])}{Wording.WhoEnrols(position.Rule)[1..]}",
    };

    static string Names(List<Position> positions) => string.Join(", ", positions.Select(p => p.Scheme.Id));
}
