using System.Text.Json;
using Gms.Type.V1;

namespace Gms.SocialSecurity.Schemes;

/// <summary>One reading of the data files: turns entries into schemes and collects every fault it meets.</summary>
sealed class SchemeReading(SchemeFile file, EnrolmentFile enrolment)
{
    const long Million = 1_000_000;

    static readonly Dictionary<string, string> Currencies = new() { ["KH"] = "KHR", ["CN"] = "CNY", ["LA"] = "LAK", ["MM"] = "MMK", ["TH"] = "THB", ["VN"] = "VND" };

    public List<string> Faults { get; } = [];

    public IReadOnlyList<Scheme> Schemes()
    {
        Unique(file.Schemes.Select(s => s.Id), "schemes.json");
        Unique(enrolment.Schemes.Select(s => s.Scheme), "enrolment.json");
        Unique(enrolment.Schemes.SelectMany(s => s.Rules).Select(r => r.Id), "enrolment.json");
        foreach (var extra in enrolment.Schemes.Where(e => file.Schemes.All(s => s.Id != e.Scheme)))
            Fault(extra.Scheme, "has enrolment rules but is no scheme");

        return [.. file.Schemes.DistinctBy(s => s.Id).Select(Read).OfType<Scheme>().OrderBy(s => s.Country, StringComparer.Ordinal)];
    }

    public IReadOnlyList<Agreement> Agreements()
    {
        Unique(file.Agreements.Select(a => a.Id), "agreements");
        return [.. file.Agreements.Select(a => new Agreement(a.Id, a.Parties, a.Totalisation, Sentences(a.Note, a.LocallyHired), EvidenceOf(a, a.Id, "")))];
    }

    Scheme? Read(SchemeFile.Entry entry)
    {
        if (enrolment.Schemes.FirstOrDefault(e => e.Scheme == entry.Id) is not { } rules)
            return Fault<Scheme>(entry.Id, "has no entry in enrolment.json");
        if (!Currencies.TryGetValue(entry.Country, out var currency))
            return Fault<Scheme>(entry.Id, $"is of {entry.Country}, none of the six countries");
        if (entry.Branches.Count == 0)
            Fault(entry.Id, "has no branch");

        var evidence = EvidenceOf(entry, entry.Id, entry.Law);
        var scale = currency == "VND" ? 1 : 100;
        var rates = entry.Contributions.Select(r => Rate(entry, r, currency, scale)).OrderBy(r => r.From ?? DateOnly.MinValue).ToList();
        foreach (var (earlier, later) in rates.Zip(rates.Skip(1)))
            if (earlier.To is not { } to || later.From is not { } from || to >= from)
                Fault(entry.Id, $"has rates that overlap from {later.From:yyyy-MM-dd} on");
        Unique(entry.Branches.Select(b => b.Branch), entry.Id);

        return new()
        {
            Id = entry.Id,
            Country = entry.Country,
            Currency = currency,
            Name = entry.Name,
            Law = entry.Law,
            Administrator = entry.Administrator,
            Covered = [.. CoveredSentences(entry.Covered)],
            MayBeCompulsory = entry.Covered.Compulsory is not { ValueKind: JsonValueKind.False },
            InOperation = entry.Implemented,
            Rates = rates,
            Branches = [.. entry.Branches.Select(b => BranchOf(entry, b)).OfType<BranchRule>()],
            OnExit = [.. new[] { entry.Exit?.LumpSumOnExit, entry.Exit?.Note }.OfType<string>(), .. entry.Exit?.Exportable ?? []],
            Note = Sentences([entry.Note, entry.ProductNote, .. entry.OtherBenefits ?? []]),
            Members = entry.Members?.Total ?? 0,
            Evidence = evidence,
            Rounding = rules.Rounding is { } r ? new(r.Unit * scale, $"{r.Rule} Source: {r.Source}.") : Rounding.ToMinorUnit,
            EntryAge = rules.EntryAge is { } age ? Age(entry.Id, age) : null,
            Enrolment = EnrolmentOf(entry, rules),
        };
    }

    Rate Rate(SchemeFile.Entry scheme, SchemeFile.RateEntry entry, string currency, int scale)
    {
        var name = $"{scheme.Id} rate from {entry.EffectiveFrom?.ToString("yyyy-MM-dd", null) ?? "?"}";
        if (entry.Currency is { } said && said != currency)
            Fault(name, $"is in {said}, not {currency}");
        if (entry.EffectiveTo < entry.EffectiveFrom)
            Fault(name, "ends before it begins");
        if (entry.BaseMin > entry.BaseMax)
            Fault(name, "has a floor above its ceiling");
        if (entry.EmployerRange is not null and not [_, _])
            Fault(name, "has an employer's range that is not two figures");
        if (entry.Per is not (null or "month" or "year"))
            Fault(name, $"is per {entry.Per}");

        long? Minor(decimal? amount) => amount is not { } a ? null : a * scale is var m && m >= 0 && m == decimal.Truncate(m) ? (long)m : FaultOf<long?>(name, $"has an amount of {a}");
        long Ppm(decimal? share) => (share ?? 0) * Million is var p && p is >= 0 and <= Million && p == decimal.Truncate(p) ? (long)p : FaultOf<long>(name, $"has a share of {share}");

        var rate = new Rate
        {
            From = entry.EffectiveFrom,
            To = entry.EffectiveTo,
            EmployeePpm = Ppm(entry.Employee),
            EmployerPpm = Ppm(entry.Employer ?? entry.EmployerMin ?? entry.EmployerRange?[0]),
            EmployerMostPpm = (entry.EmployerMax ?? entry.EmployerRange?[^1]) is { } most ? Ppm(most) : null,
            GovernmentPpm = Ppm(entry.Government),
            BaseLeast = Minor(entry.BaseMin),
            BaseMost = Minor(entry.BaseMax),
            BaseFixed = Minor(entry.BaseFixed),
            Flat = Minor(entry.Flat),
            Options = [.. Options(entry, Minor)],
            BaseRule = Sentences(entry.BaseRule, entry.BaseMinRule),
            Yearly = entry.Per == "year",
            Note = Sentences(entry.Note, entry.StateSubsidy, entry.Paid, entry.Copayment ? "co-payment" : null,
                entry.MedicalCheck is { } check ? $"medical check {check}" : null, entry.ChildUnder7 is { } child ? $"child under 7: {child}" : null,
                entry.Split is { } split ? string.Join(", ", split.Select(s => $"{s.Key} {s.Value}")) : null),
            Evidence = EvidenceOf(entry, $"{scheme.Id}@{entry.EffectiveFrom?.ToString("yyyy-MM-dd", null) ?? "?"}", scheme.Law),
        };

        // The greatest amount is said twice, as share of the ceiling and in figures: the two must agree.
        if (Minor(entry.MaxAmount) is { } max && (rate.BaseFixed ?? rate.BaseMost) is { } ceiling
            && new Rounding(1, "").Share(ceiling, Math.Max(rate.EmployeePpm, rate.EmployerPpm)) != max)
            Fault(name, $"says at most {entry.MaxAmount}, which is not its share of its ceiling");
        return rate;
    }

    static IEnumerable<RateOption> Options(SchemeFile.RateEntry entry, Func<decimal?, long?> minor)
    {
        foreach (var option in entry.Options ?? [])
            yield return option.ValueKind == JsonValueKind.Number
                ? new(minor(option.GetDecimal()) ?? 0, 1)
                : new(minor(option.GetProperty("amount").GetDecimal()) ?? 0, option.GetProperty("months").GetInt32());
        foreach (var amount in entry.OneOff ?? [])
            yield return new(minor(amount) ?? 0, 0);
        if (entry.MonthlyFrom is { } least)
            yield return new(minor(least) ?? 0, 1);
    }

    BranchRule? BranchOf(SchemeFile.Entry scheme, SchemeFile.BranchEntry entry)
    {
        var name = $"{scheme.Id} {entry.Branch}";
        if (!Enum.TryParse<Branch>(entry.Branch.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var branch))
            return Fault<BranchRule>(name, "is no branch");

        var asked = entry.Qualifying;
        if (asked is { Months: not null, Years: not null } or { Months: < 0 or > 600 } or { Years: < 0 or > 50 } || asked?.WithinMonths < (asked?.Months ?? 0))
            Fault(name, "asks for months that cannot be");
        if (asked is { RisingTo: null, RiseFrom: not null } or { RisingTo: not null, RiseFrom: null })
            Fault(name, "rises without a day or a figure");

        return new()
        {
            Branch = branch,
            Qualifying = asked is null ? null : new()
            {
                Months = asked.Months ?? (asked.Years ?? 0) * 12,
                WithinMonths = asked.WithinMonths,
                Consecutive = asked.Consecutive,
                Age = asked.Age is { ValueKind: JsonValueKind.Number } age ? age.GetInt32() : null,
                AgeInWords = asked.Age is { ValueKind: JsonValueKind.String } words ? words.GetString()! : "",
                AgeOfWomen = asked.AgeWomen,
                RisingToMonths = asked.RisingTo * 12,
                RisesFrom = asked.RiseFrom,
            },
            Benefit = entry.Benefit,
            LumpSumIfShort = entry.LumpSumIfShort,
            PracticalBarrier = entry.PracticalBarrier ?? "",
            Evidence = EvidenceOf(entry, $"{scheme.Id}:{entry.Branch}", scheme.Law),
        };
    }

    Enrolment EnrolmentOf(SchemeFile.Entry scheme, EnrolmentFile.Entry entry)
    {
        if (entry.Relation is not ("WORK" or "ABROAD"))
            Fault(entry.Scheme, $"has the relation {entry.Relation}");
        var usual = Value<Enroller>(entry.Usual.Enroller, entry.Scheme);
        var due = entry.Usual.Due is { } said ? Value<EnrolmentDue>(said, entry.Scheme) : (EnrolmentDue?)null;
        return new()
        {
            Abroad = entry.Relation == "ABROAD",
            ExistedBefore = entry.ExistedBefore,
            Rules = [.. entry.Rules.Select(r => RuleOf(scheme, r, usual))],
            Silent = new()
            {
                Country = scheme.Country,
                Standing = Standing.Uncertain,
                Enroller = usual,
                Due = due,
                Text = "The data does not say whether such employment is taken.",
                Evidence = new(scheme.Id, scheme.Law, scheme.Source, Confidence.Low, scheme.EffectiveFrom),
            },
        };
    }

    EnrolmentRule RuleOf(SchemeFile.Entry scheme, EnrolmentFile.RuleEntry entry, Enroller usual)
    {
        foreach (var code in entry.Employment.Where(e => e != "*" && !enrolment.EmploymentTypes.Contains(e)))
            Fault(entry.Id, $"names the employment {code}");
        foreach (var code in (entry.Channels ?? []).Where(c => !enrolment.Channels.Contains(c)))
            Fault(entry.Id, $"names the channel {code}");
        if (entry.WithinDays is < 1 or > 366)
            Fault(entry.Id, $"gives {entry.WithinDays} days");
        if (entry.EffectiveTo < entry.EffectiveFrom)
            Fault(entry.Id, "ends before it begins");

        var nationality = entry.Nationality.ValueKind == JsonValueKind.String ? entry.Nationality.GetString() : "";
        if (nationality is not ("any" or "national" or "foreign" or ""))
            Fault(entry.Id, $"names the nationality {nationality}");
        return new()
        {
            Employment = entry.Employment.Where(e => e != "*").ToHashSet(StringComparer.Ordinal),
            Channels = (entry.Channels ?? []).ToHashSet(StringComparer.Ordinal),
            Nationalities = entry.Nationality.ValueKind == JsonValueKind.Array ? entry.Nationality.EnumerateArray().Select(n => n.GetString()!).ToHashSet(StringComparer.Ordinal) : [],
            Nationals = nationality switch { "national" => true, "foreign" => false, _ => null },
            Country = scheme.Country,
            Standing = Value<Standing>(entry.Standing, entry.Id),
            Enroller = entry.Enroller is { } who ? Value<Enroller>(who, entry.Id) : usual,
            Due = entry.Due is { } due ? Value<EnrolmentDue>(due, entry.Id) : null,
            WithinDays = entry.WithinDays,
            Text = entry.Rule,
            From = entry.EffectiveFrom,
            To = entry.EffectiveTo,
            Evidence = EvidenceOf(entry, entry.Id, scheme.Law),
        };
    }

    AgeSpan? Age(string scheme, EnrolmentFile.AgeEntry age) =>
        age.From >= 0 && age.From <= age.To && age.To <= 120 ? new(age.From, age.To, EvidenceOf(age, scheme + ":age", "")) : Fault<AgeSpan>(scheme, "takes ages that cannot be");

    public Evidence EvidenceOf(Tagged record, string rule, string law)
    {
        var confidence = record.Confidence switch { "high" => Confidence.High, "medium" => Confidence.Medium, "low" => Confidence.Low, _ => Confidence.Unspecified };
        if (confidence == Confidence.Unspecified)
            Fault(rule, $"is of the confidence {record.Confidence}");
        if (string.IsNullOrWhiteSpace(record.Source))
            Fault(rule, "has no source");
        return new(rule, Verification.InWords(law), Verification.InWords(record), Verification.Cap(record, confidence), record.EffectiveFrom);
    }

    static IEnumerable<string> CoveredSentences(SchemeFile.CoveredEntry covered)
    {
        static string? Listed(string what, List<string>? items) => items is { Count: > 0 } ? $"{what}: {string.Join("; ", items)}" : null;
        static string? Said(string what, object? value) => value is null ? null : $"{what}: {value}";
        return new[]
        {
            Listed("Employment", covered.Employment), Listed("Excluded", covered.Excluded), Said("Age", covered.Age), Said("Who", covered.Who),
            Said("Nationality", covered.Nationality), Said("Documents", covered.Documentation), Said("Condition", covered.Condition),
            Said("Least number of employees", covered.MinEnterpriseSize), Said("Compulsory", covered.Compulsory?.ToString().ToLowerInvariant()),
            Said("Voluntary", covered.Voluntary), Said("Status of the exclusions", covered.ExclusionStatus), Said("Note", covered.Note),
        }.OfType<string>();
    }

    static string Sentences(params IEnumerable<string?> texts) => string.Join("; ", texts.Where(t => !string.IsNullOrEmpty(t)));

    T Value<T>(string code, string where) where T : struct, Enum =>
        Enum.TryParse<T>(code.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : FaultOf<T>(where, $"says {code}");

    public void Unique(IEnumerable<string> ids, string where)
    {
        foreach (var id in ids.GroupBy(i => i).Where(g => g.Count() > 1))
            Fault(where, $"has {id.Key} more than once");
    }

    public void Fault(string where, string what) => Faults.Add($"Data of SocialSecurity: {where} {what}.");

    T? Fault<T>(string where, string what) where T : class
    {
        Fault(where, what);
        return null;
    }

    T FaultOf<T>(string where, string what)
    {
        Fault(where, what);
        return default!;
    }
}
