using Gms.Recruitment.V1;
using Gms.Registry.Corridors;
using Gms.Type.V1;

namespace Gms.Registry.Departures;

/// <summary>What an application comes to by the rules of its channel alone.</summary>
/// <param name="Reasons">The checks because of which it is held or refused.</param>
sealed record ChannelVerdict(DepartureStatus Status, IReadOnlyList<string> Reasons);

/// <summary>What the findings together come to.</summary>
/// <param name="MissingParts">The parts whose answer is waited for; only while held.</param>
public sealed record Verdict(DepartureStatus Status, IReadOnlyList<string> MissingParts);

/// <summary>
/// Whether a worker may depart. Pure: departure and facts in, findings and a verdict out. Which findings are decisive is data per
/// channel; what follows is one table: a decisive check failed on a rule of high or medium confidence refuses, a decisive fact
/// missing holds, everything else warns.
/// </summary>
sealed class ClearanceRules(CorridorTable corridors, CheckpointTable checkpoints, DecisiveChecks decisive)
{
    public const string RepeatCheck = "REPEAT_DEPARTURE";

    public IReadOnlyList<Finding> Weigh(Departure departure, ClearanceFacts facts)
    {
        var row = decisive.For(departure.Channel);
        var corridor = corridors.Find(departure.Origin, departure.Destination, departure.Channel);
        IEnumerable<Finding> findings = [Channel(departure.Origin, departure.Destination, departure.Channel, departure.PlannedOn, corridor), .. Checkpoint(departure)];

        // An agency is told about a person only under a contract of its own. Until Recruitment has said so, it is told nothing of the person.
        findings = MayBeTold(departure, facts) switch
        {
            true => [.. findings, .. Person(departure, corridor, facts), .. Contract(departure, corridor, facts), .. facts.Parts.SelectMany(p => Part(p, Counts(p, row, facts)))],
            null => [.. findings, .. Part(facts.Recruitment, counts: true)],
            false => [AgencyContract()],
        };
        findings = findings.Select(f => f with { Decisive = f.IsSure && (f.Decisive || row.Checks.Contains(f.Code)) });
        return [.. MayBeTold(departure, facts) is true ? Shortened(departure, findings, facts) : findings];
    }

    public bool AsksForFormer(Departure departure) => decisive.Repeat(departure.Channel) is not null;

    /// <summary>A former departure by the same way to the same employer answers for some checks: they are told as they came out, and decide nothing.</summary>
    IEnumerable<Finding> Shortened(Departure departure, IEnumerable<Finding> findings, ClearanceFacts facts)
    {
        if (facts.FormerDeparture is not { } former || decisive.Repeat(departure.Channel) is not { } row || former < departure.PlannedOn.AddDays(-row.WithinDays))
            return findings;

        var repeat = new Finding(RepeatCheck, Outcome.Pass, $"The worker was cleared for {former:yyyy-MM-dd} by the same way to the same employer.")
        {
            Values = $"{former:yyyy-MM-dd}",
            Source = new(RepeatCheck, row.Source, row.Confidence, ""),
            Confidence = row.Confidence,
        };
        return findings.Select(f => repeat.IsSure && row.Checks.Contains(f.Code) ? f with { Decisive = false } : f).Append(repeat);
    }

    public Verdict Decide(Departure departure, IReadOnlyList<Finding> findings, ClearanceFacts facts)
    {
        if (findings.Any(f => f.Refuses))
            return new(DepartureStatus.Refused, []);
        if (!findings.Any(f => f.Holds))
            return new(DepartureStatus.Cleared, []);

        var waitedFor = decisive.For(departure.Channel).Parts;
        return new(DepartureStatus.Held, [.. facts.Parts.Where(p => !p.Answered && (waitedFor.Contains(p.Part) || MayBeTold(departure, facts) is null)).Select(p => p.Part)]);
    }

    /// <summary>Whether it is refused whatever a part that does not answer would say. Which former departure may answer for a check Recruitment alone knows, by the employer.</summary>
    public bool RefusesAnyway(Departure departure, IReadOnlyList<Finding> findings, ClearanceFacts facts)
    {
        var spared = facts.Recruitment.Answered ? null : decisive.Repeat(departure.Channel);
        return findings.Any(f => f.Refuses && spared?.Checks.Contains(f.Code) != true);
    }

    /// <summary>For a worker whose own papers, contract, cover and certificate are all in order.</summary>
    public ChannelVerdict InOrder(Corridor corridor, DateOnly day)
    {
        var finding = Channel(corridor.Origin, corridor.Destination, corridor.Channel, day, corridor);
        finding = finding with { Decisive = decisive.For(corridor.Channel).Checks.Contains(finding.Code) };
        return finding.Refuses ? new(DepartureStatus.Refused, [finding.Code]) : finding.Holds ? new(DepartureStatus.Held, [finding.Code]) : new(DepartureStatus.Cleared, []);
    }

    /// <summary>True for an officer's application, or a contract of the agency that applies; null while Recruitment has not said whose contract it is.</summary>
    static bool? MayBeTold(Departure departure, ClearanceFacts facts)
    {
        if (!departure.ByAgency)
            return true;
        if (facts.Contract is { } contract)
            return departure.MayBeUnder(DepartureFacts.IdOf(contract.AgencyId));
        return facts.Recruitment.Answered && facts.Recruitment.Refusal is null ? false : null;
    }

    static Finding AgencyContract() => new("CONTRACT_OF_AGENCY", Outcome.Fail, "The contract is not one of this agency for this worker.")
    {
        Remedy = "Apply with a contract that your agency registered for the worker.",
        Decisive = true,
    };

    static Finding Channel(string origin, string destination, string channel, DateOnly day, Corridor? corridor)
    {
        if (corridor is null)
            return new("NO_KNOWN_CHANNEL", Outcome.Unknown, $"No channel {channel} from {origin} to {destination} is on record.")
            {
                Remedy = "An officer decides; check the channel's code and the two countries.",
            };

        if (corridor.On(day) is not { } row)
            return new("CHANNEL_OPEN", Outcome.Unknown, $"The channel {channel} from {origin} to {destination} has no state on record for {day:yyyy-MM-dd}.")
            {
                Remedy = "An officer decides.",
                Source = new(corridor.Id, corridor.Source, corridor.Confidence, corridor.EffectiveFrom ?? ""),
            };

        return Open("CHANNEL", corridor.Id, $"The channel {channel} from {origin} to {destination}", row);
    }

    IEnumerable<Finding> Checkpoint(Departure departure)
    {
        if (departure.Checkpoint is not { } code)
            yield break;

        var checkpoint = checkpoints[code];
        yield return checkpoint.IsIn(departure.Origin)
            ? new("CHECKPOINT_IN_ORIGIN", Outcome.Pass, $"The checkpoint {code} is on the border of {departure.Origin}.")
            : new("CHECKPOINT_IN_ORIGIN", Outcome.Fail, $"The checkpoint {code} is not on the border of {departure.Origin}.") { Remedy = "Name the checkpoint at which the worker leaves, or none." };
        if (checkpoint.On(departure.PlannedOn) is { } row)
            yield return Open("CHECKPOINT", code, $"The checkpoint {code}", row);
    }

    /// <summary>
    /// That a way must be open is the registry's own rule and certain; what may be unsure is whether it was. A closure that is not sure
    /// is therefore a question (unknown), whatever the confidence of its source.
    /// </summary>
    static Finding Open(string what, string id, string subject, OpennessRow row)
    {
        var source = new FindingSource(id, row.Source, row.Confidence, row.From is { } from ? $"{from:yyyy-MM-dd}" : "");
        return row.State switch
        {
            Openness.Open => new($"{what}_OPEN", Outcome.Pass, $"{subject} is open.") { Source = source },
            Openness.Restricted => new($"{what}_RESTRICTED", Outcome.Unknown, $"{subject} is open with restrictions. {row.Note}") { Source = source, Remedy = "Tell the worker; nothing is enforced here." },
            Openness.Suspended or Openness.Closed => new($"{what}_OPEN", row.IsSure ? Outcome.Fail : Outcome.Unknown, $"{subject} is {row.State.ToString().ToLowerInvariant()}. {row.Note}")
            {
                Source = source,
                Remedy = row.IsSure ? "Choose another channel or day." : "An officer finds out whether it is still so, and decides.",
            },
            Openness.Unknown => new($"{what}_OPEN", Outcome.Unknown, $"Whether {char.ToLowerInvariant(subject[0])}{subject[1..]} is open is not known. {row.Note}")
            {
                Source = source,
                Remedy = "An officer finds out and decides.",
            },
        };
    }

    static IEnumerable<Finding> Person(Departure departure, Corridor? corridor, ClearanceFacts facts)
    {
        yield return Age(departure, corridor, facts);
        yield return TravelDocument(departure, corridor, facts);
        if (facts.Contract?.EndsOn is { } end && corridor?.TravelDocuments is { } papers)
            yield return Outlasting(new(end.Year, end.Month, end.Day), departure, papers, facts);
        foreach (var finding in Break(departure, corridor, facts))
            yield return finding;
    }

    static Finding Age(Departure departure, Corridor? corridor, ClearanceFacts facts)
    {
        if (corridor?.MinAge is not { } least)
            return new("MINIMUM_AGE", Outcome.Unknown, "No least age is on record for this channel.") { Confidence = Confidence.Low };

        // A birth date that lacks its day is neither a pass nor a fail while both are possible.
        var outcome = facts.BirthDate.Latest.AddYears(least) <= departure.PlannedOn ? Outcome.Pass
            : facts.BirthDate.Earliest.AddYears(least) > departure.PlannedOn ? Outcome.Fail
            : Outcome.Unknown;
        return new("MINIMUM_AGE", outcome, outcome switch
        {
            Outcome.Pass => $"The worker is {least} or older on the planned day.",
            Outcome.Fail => $"The worker is younger than {least} on the planned day.",
            _ => $"Whether the worker is {least} on the planned day cannot be told from the date of birth on record.",
        })
        {
            Remedy = outcome == Outcome.Pass ? "" : outcome == Outcome.Fail ? $"A worker departs from the age of {least}." : "Complete the date of birth from a document.",
            Values = $"{least}",
            Source = Rule(corridor),
            Confidence = corridor.Confidence,
        };
    }

    static Finding TravelDocument(Departure departure, Corridor? corridor, ClearanceFacts facts)
    {
        if (corridor?.TravelDocuments is not { } papers)
            return new("TRAVEL_DOCUMENT", Outcome.Unknown, "Which travel documents this channel takes is not on record.") { Confidence = Confidence.Low };

        var kinds = string.Join(", ", papers.AnyOf);
        var valid = facts.Papers.Any(p => papers.AnyOf.Contains(p.Kind) && IsValid(p, departure.PlannedOn));
        return new("TRAVEL_DOCUMENT", valid ? Outcome.Pass : Outcome.Fail,
            valid ? $"The worker has a travel document of this channel ({kinds}) that is valid on the planned day." : $"The worker has no travel document of this channel ({kinds}) that is valid on the planned day.")
        {
            Remedy = valid ? "" : $"Add a valid document of one of these kinds to the worker's record: {kinds}.",
            Values = string.Join(',', papers.AnyOf),
            Source = Rule(corridor) with { Confidence = papers.Confidence },
            Confidence = papers.Confidence,
        };
    }

    static Finding Outlasting(DateOnly end, Departure departure, PaperSet papers, ClearanceFacts facts)
    {
        var outlasts = facts.Papers.Any(p => papers.AnyOf.Contains(p.Kind) && IsValid(p, departure.PlannedOn) && (p.ValidUntil is null || p.ValidUntil >= end));
        return new("TRAVEL_DOCUMENT_OUTLASTS_CONTRACT", outlasts ? Outcome.Pass : Outcome.Fail,
            outlasts ? "The travel document is valid to the end of the contract." : "The travel document ends before the contract does.")
        {
            Remedy = outlasts ? "" : "Tell the worker to renew it in time.",
        };
    }

    public bool AsksForLastStay(Departure departure) => corridors.Find(departure.Origin, departure.Destination, departure.Channel)?.AsksForBreak(departure.PlannedOn) == true;

    /// <summary>Whoever used up the longest time of the channel stays at home for its break. Shorter stays ask for none.</summary>
    static IEnumerable<Finding> Break(Departure departure, Corridor? corridor, ClearanceFacts facts)
    {
        if (corridor?.AsksForBreak(departure.PlannedOn) != true)
            yield break;
        var (most, days) = (corridor.MaxTotalMonths!.Value, corridor.BreakDays!.Value);
        var free = facts.LastStay is { } stay && stay.To >= stay.From.AddMonths(most) ? stay.To.AddDays(days + 1) : DateOnly.MinValue;
        yield return (free <= departure.PlannedOn
            ? new Finding("BREAK_BETWEEN_STAYS", Outcome.Pass, "No break between two stays is outstanding by the crossings on record.")
            : new("BREAK_BETWEEN_STAYS", Outcome.Fail, $"After {most} months this channel asks for {days} days at home; the worker's end before {free:yyyy-MM-dd}.") { Remedy = $"Plan the departure for {free:yyyy-MM-dd} or later.", Values = $"{free:yyyy-MM-dd}" })
            with { Source = Rule(corridor), Confidence = corridor.Confidence };
    }

    static IEnumerable<Finding> Contract(Departure departure, Corridor? corridor, ClearanceFacts facts)
    {
        if (!facts.Recruitment.Answered || facts.Recruitment.Refusal is not null)
            yield break;

        if (facts.Contract is not { } contract)
        {
            yield return new("CONTRACT_REGISTERED", Outcome.Fail, "Recruitment has no such contract for this worker.") { Remedy = "Register the contract first, then apply with its id." };
            yield break;
        }
        yield return new("CONTRACT_REGISTERED", Outcome.Pass, "The contract is registered.");

        string[] differs = [.. Differences(departure, contract)];
        yield return differs.Length == 0
            ? new("CONTRACT_FITS", Outcome.Pass, "The contract is for this way and this work.")
            : new("CONTRACT_FITS", Outcome.Fail, $"The contract says otherwise about: {string.Join(", ", differs)}.") { Remedy = "Apply as the contract says, or register the contract as it is.", Values = string.Join(',', differs) };
        if (contract.EndsOn is { } end && corridor is not null)
            yield return WithinPermit(new(end.Year, end.Month, end.Day), departure.PlannedOn, corridor);
    }

    /// <summary>A contract that outlasts every permit leaves its worker without papers before it ends.</summary>
    static Finding WithinPermit(DateOnly end, DateOnly from, Corridor corridor)
    {
        if (corridor.PermitEnds(from) is not { } first || corridor.LongestEnds(from) is not { } longest)
            return new("CONTRACT_WITHIN_PERMIT", Outcome.Unknown, "How long a permit of this channel lasts is not on record.") { Confidence = Confidence.Low };
        return (end <= longest ? new Finding("CONTRACT_WITHIN_PERMIT", Outcome.Pass, end <= first
                ? "The contract ends within a first permit of this channel."
                : $"The contract ends within the longest stay of this channel; the permit has to be extended by {first:yyyy-MM-dd}.")
            {
                Remedy = end <= first ? "" : "Have the permit extended by that day.",
                Values = end <= first ? null : $"{first:yyyy-MM-dd}",
            }
            : new("CONTRACT_WITHIN_PERMIT", Outcome.Fail, $"The contract is longer than a permit of this channel can last: {longest:yyyy-MM-dd}.") { Remedy = "Tell the worker until when a permit can last; agree on a contract for that time.", Values = $"{longest:yyyy-MM-dd}" })
            with { Source = Rule(corridor), Confidence = corridor.Confidence };
    }

    static IEnumerable<string> Differences(Departure departure, ContractFacts contract)
    {
        if (contract.Origin != departure.Origin)
            yield return "origin";
        if (contract.Destination != departure.Destination)
            yield return "destination";
        if (contract.Channel.Length > 0 && contract.Channel != departure.Channel)
            yield return "channel";
        if (contract.EmploymentType.Length > 0 && contract.EmploymentType != departure.EmploymentType)
            yield return "employment_type";
        if (contract.EndsOn is { } end && new DateOnly(end.Year, end.Month, end.Day) < departure.PlannedOn)
            yield return "planned_on";
    }

    /// <summary>Whether a part's decisive checks are decisive here. Where the channel asks for no contract and there is none, there is no recruitment to weigh.</summary>
    static bool Counts(PartAnswer part, DecisiveRow row, ClearanceFacts facts) =>
        row.Parts.Contains(part.Part)
            && (part.Part != PartAnswer.Recruitment || !part.Answered || facts.Contract is not null || row.Checks.Contains("CONTRACT_REGISTERED"));

    static IEnumerable<Finding> Part(PartAnswer part, bool counts)
    {
        var name = System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(part.Part);
        if (!part.Answered)
            return [new($"{name}_NOT_ANSWERED", Outcome.Unknown, $"{part.Part} does not answer now.") { Remedy = "Nothing to do: the departure is decided again when it answers.", Decisive = counts }];
        if (part.Refusal is { } why)
            return [new($"{name}_REFUSED", Outcome.Unknown, $"{part.Part} could not answer: {why}") { Remedy = "An officer decides.", Decisive = counts }];
        return part.Checks.Select(check => Finding.Of(check, counts));
    }

    static bool IsValid(Paper paper, DateOnly day) => (paper.ValidFrom is null || paper.ValidFrom <= day) && (paper.ValidUntil is null || paper.ValidUntil >= day);

    static FindingSource Rule(Corridor corridor) => new(corridor.Id, corridor.Source, corridor.Confidence, corridor.EffectiveFrom ?? "");
}
