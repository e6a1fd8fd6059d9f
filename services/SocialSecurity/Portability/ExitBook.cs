using System.Text.Json;
using System.Text.Json.Serialization;
using Gms.Platform;
using Gms.SocialSecurity.Schemes;

namespace Gms.SocialSecurity.Portability;

/// <summary>What each scheme gives on leaving, as dated data: Data/exit.json, read and checked once at start.</summary>
public sealed class ExitBook
{
    static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false) },
    };

    readonly ILookup<string, ExitRule> _byScheme;

    ExitBook(IEnumerable<ExitRule> rules) => _byScheme = rules.ToLookup(r => r.Scheme);

    public IEnumerable<ExitRule> Of(string scheme) => _byScheme[scheme];

    public static ExitBook Load() => Read(SchemeBook.Resource("exit.json"), SchemeBook.Load());

    internal static ExitBook Read(string json, SchemeBook book)
    {
        try
        {
            var entries = JsonSerializer.Deserialize<FileShape>(json, Strict)!.Rules;
            var faults = entries.SelectMany(e => Faults(e, book)).ToList();
            return faults.Count == 0 ? new(entries.Select(e => e.ToRule())) : throw new SettingsException(faults);
        }
        catch (JsonException fault)
        {
            throw new SettingsException([$"Data of SocialSecurity: {fault.Message}"]);
        }
    }

    static IEnumerable<string> Faults(Entry entry, SchemeBook book)
    {
        if (book.Find(entry.Scheme) is null)
            yield return $"Data of SocialSecurity: {entry.Id} names the scheme {entry.Scheme}.";
        if (entry.For is not (null or "foreign" or "national"))
            yield return $"Data of SocialSecurity: {entry.Id} is for {entry.For}.";
        if (entry.MonthsTo < (entry.MonthsFrom ?? 0) || entry.MonthsFrom < 0 || entry.WaitMonths < 0)
            yield return $"Data of SocialSecurity: {entry.Id} counts months that cannot be.";
        if (entry.Age is < 40 or > 80 || entry.AgeWomen is < 40 or > 80 || (entry.AgeWomen is not null && entry.Age is null))
            yield return $"Data of SocialSecurity: {entry.Id} names an age that cannot be.";
        if (entry.Amount is not (null or "OWN_PAID" or "BOTH_PAID") || entry.Amount is null != entry.AmountIs is null)
            yield return $"Data of SocialSecurity: {entry.Id} has an amount that is not computed.";
    }

    sealed record FileShape(JsonElement Meta, List<Entry> Rules);

    sealed record Entry : Tagged
    {
        public required string Id { get; init; }
        public required string Scheme { get; init; }
        public required ExitBenefit Benefit { get; init; }
        public string? For { get; init; }
        public int? MonthsFrom { get; init; }
        public int? MonthsTo { get; init; }
        public DateOnly? InsuredBefore { get; init; }
        public DateOnly? InsuredFrom { get; init; }
        public int? WaitMonths { get; init; }
        public int? Age { get; init; }
        public int? AgeWomen { get; init; }
        public string? Condition { get; init; }
        public string? Amount { get; init; }
        public ExitAmount? AmountIs { get; init; }
        public int? ClaimWithinMonths { get; init; }
        public List<string>? Forms { get; init; }
        public required string Text { get; init; }

        /// <summary>The words of the reference data from which the rule was read.</summary>
        public required string Prose { get; init; }

        public ExitRule ToRule() => new()
        {
            Scheme = Scheme,
            Benefit = Benefit,
            Nationals = For switch { "national" => true, "foreign" => false, _ => null },
            MonthsFrom = MonthsFrom ?? 0,
            MonthsTo = MonthsTo ?? int.MaxValue,
            InsuredBefore = InsuredBefore,
            InsuredFrom = InsuredFrom,
            WaitMonths = WaitMonths ?? 0,
            Age = Age,
            AgeOfWomen = AgeWomen,
            Condition = Condition ?? "",
            CountsOwn = Amount is not null,
            CountsEmployers = Amount == "BOTH_PAID",
            AmountIs = AmountIs ?? ExitAmount.Unspecified,
            ClaimWithinMonths = ClaimWithinMonths,
            Forms = Forms ?? [],
            Text = Text,
            Evidence = Verification.Of(this, Id),
        };
    }
}
