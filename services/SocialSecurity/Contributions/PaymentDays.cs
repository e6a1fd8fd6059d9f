using System.Text.Json;
using System.Text.Json.Serialization;
using Gms.Platform;
using Gms.SocialSecurity.Schemes;

namespace Gms.SocialSecurity.Contributions;

/// <summary>By which day a month is due and what being late costs, by scheme: Data/payment_days.json, read and checked once at start.</summary>
public sealed class PaymentDays
{
    static readonly JsonSerializerOptions Strict = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    readonly ILookup<string, PaymentRule> _byScheme;

    PaymentDays(IEnumerable<(string Scheme, PaymentRule Rule)> rules) => _byScheme = rules.ToLookup(r => r.Scheme, r => r.Rule);

    /// <summary>The rule of a month; null when none is in the data.</summary>
    public PaymentRule? For(string scheme, DateOnly month) => _byScheme[scheme].Where(r => r.Evidence.From is not { } from || from < month.AddMonths(1)).MaxBy(r => r.Evidence.From);

    public static PaymentDays Load() => Read(SchemeBook.Resource("payment_days.json"), SchemeBook.Load());

    internal static PaymentDays Read(string json, SchemeBook book)
    {
        var file = JsonSerializer.Deserialize<FileShape>(json, Strict)!;
        var faults = file.Rules.SelectMany(r => Faults(r, book)).ToList();
        return faults.Count == 0 ? new(file.Rules.SelectMany(r => r.Schemes.Select(s => (s, r.ToRule())))) : throw new SettingsException(faults);
    }

    static IEnumerable<string> Faults(Entry entry, SchemeBook book)
    {
        foreach (var scheme in entry.Schemes.Where(s => book.Find(s) is null))
            yield return $"Data of SocialSecurity: {entry.Id} names the scheme {scheme}.";
        if (entry.DueDay is < 0 or > 28 || entry.MonthsAfter is < 0 or > 12 || entry.DueDay is null != entry.MonthsAfter is null)
            yield return $"Data of SocialSecurity: {entry.Id} has no day that could be.";
        if (entry.PenaltyPpm is <= 0 or > 1_000_000 || entry.PenaltyPer is not (null or "month" or "day") || entry.PenaltyPpm is null != entry.PenaltyPer is null)
            yield return $"Data of SocialSecurity: {entry.Id} has no penalty that could be.";
    }

    sealed record FileShape(JsonElement Meta, List<Entry> Rules);

    sealed record Entry : Tagged
    {
        public required string Id { get; init; }
        public required List<string> Schemes { get; init; }
        public int? DueDay { get; init; }
        public int? MonthsAfter { get; init; }
        public long? PenaltyPpm { get; init; }
        public string? PenaltyPer { get; init; }
        public required string Rule { get; init; }

        public PaymentRule ToRule() => new(DueDay, MonthsAfter ?? 0, PenaltyPpm, PenaltyPer == "day", Rule, Verification.Of(this, Id));
    }
}

/// <summary>One rule.</summary>
/// <param name="DueDay">The day of the month, 0 for the last; null when the data does not say.</param>
/// <param name="MonthsAfter">So many months after the one paid for.</param>
/// <param name="PenaltyPpm">What is added to what is missing, in millionths of it; null when no figure is in the data.</param>
/// <param name="ByDay">For each day that it is late, else for each whole month.</param>
/// <param name="Text">In words.</param>
/// <param name="Evidence">Where it comes from.</param>
public sealed record PaymentRule(int? DueDay, int MonthsAfter, long? PenaltyPpm, bool ByDay, string Text, Evidence Evidence)
{
    public DateOnly? DueOn(DateOnly month) => DueDay switch
    {
        null => null,
        0 => month.AddMonths(MonthsAfter + 1).AddDays(-1),
        { } day => month.AddMonths(MonthsAfter).AddDays(day - 1),
    };

    /// <summary>What being late costs by a day; null when the data does not tell it.</summary>
    public long? Penalty(long missing, DateOnly month, DateOnly today)
    {
        if (PenaltyPpm is not { } ppm || DueOn(month) is not { } due)
            return null;
        var late = ByDay ? Math.Max(0, today.DayNumber - due.DayNumber) : WholeMonths(due, today);
        return (long)((((Int128)missing * ppm * late) + 500_000) / 1_000_000);
    }

    static int WholeMonths(DateOnly due, DateOnly today)
    {
        var months = ((today.Year - due.Year) * 12) + today.Month - due.Month;
        return Math.Max(0, today.Day < due.Day ? months - 1 : months);
    }
}
