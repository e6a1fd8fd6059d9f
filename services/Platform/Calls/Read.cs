using System.Text;
using Proto = Gms.Type.V1;
using Timestamp = Google.Protobuf.WellKnownTypes.Timestamp;

namespace Gms.Platform;

/// <summary>Money as it is stored: whole minor units and an ISO 4217 code.</summary>
public sealed record Money(long Minor, string Currency)
{
    public Proto.Money ToProto() => new() { Minor = Minor, Currency = Currency };
}

/// <summary>
/// Reads one field of a request, or refuses the call with the field's proto name. A request's text is never used without it.
/// </summary>
public static class Read
{
    /// <summary>The currencies of the six countries, and those in which wages and fees are quoted beside them.</summary>
    static readonly HashSet<string> Currencies = ["KHR", "CNY", "LAK", "MMK", "THB", "VND", "USD", "EUR", "JPY", "KRW"];

    static readonly HashSet<string> Countries = ["KH", "CN", "LA", "MM", "TH", "VN"];

    /// <summary>0001-01-01 and 9999-01-01, as seconds of a Timestamp.</summary>
    const long FirstSecond = -62_135_596_800, LastYear = 253_370_764_800;

    internal static string CountriesInWords { get; } = string.Join(", ", Countries);

    /// <summary>Text that must be there: trimmed, in normal form C, without control characters or invisible direction marks.</summary>
    public static string Text(string text, string field, int max = 200) =>
        OptionalText(text, field, max) ?? throw Refuse.Invalid(PlatformProblems.FieldRequired(field));

    /// <summary>As <see cref="Text"/>; null when nothing was sent.</summary>
    public static string? OptionalText(string text, string field, int max = 200) =>
        Plain(text, field, max, mayHaveLines: false);

    /// <summary>What somebody tells in sentences: as <see cref="Text"/>, in lines where the writer began new ones. Each end of a line is \n, whatever the sender's machine writes, and counts as one character.</summary>
    public static string Lines(string text, string field, int max) =>
        OptionalLines(text, field, max) ?? throw Refuse.Invalid(PlatformProblems.FieldRequired(field));

    /// <summary>As <see cref="Lines"/>; null when nothing was sent.</summary>
    public static string? OptionalLines(string text, string field, int max) =>
        Plain(text.ReplaceLineEndings("\n").Replace('\t', ' '), field, max, mayHaveLines: true);

    static string? Plain(string text, string field, int max, bool mayHaveLines)
    {
        if (TextGuard.IsDamaged(text))
            throw Refuse.Invalid(PlatformProblems.TextDamaged(field));

        var clean = text.Normalize(NormalizationForm.FormC).Trim();
        if (clean.Any(c => IsHidden(c) && !(mayHaveLines && c == '\n')))
            throw Refuse.Invalid(PlatformProblems.TextControl(field));
        if (clean.Length > max)
            throw Refuse.Invalid(PlatformProblems.TextTooLong(field, max));

        return clean.Length == 0 ? null : clean;
    }

    static bool IsHidden(char c) => char.IsControl(c) || c is '\u200E' or '\u200F' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>A password or secret: exactly as it was typed, since spaces and every sign belong to it.</summary>
    public static string Secret(string text, string field, int max = 256)
    {
        if (text.Length == 0)
            throw Refuse.Invalid(PlatformProblems.FieldRequired(field));
        if (TextGuard.IsDamaged(text))
            throw Refuse.Invalid(PlatformProblems.TextDamaged(field));
        return text.Length <= max ? text : throw Refuse.Invalid(PlatformProblems.TextTooLong(field, max));
    }

    public static Guid Id(string text, string field) =>
        OptionalId(text, field) ?? throw Refuse.Invalid(PlatformProblems.FieldRequired(field));

    public static Guid? OptionalId(string text, string field)
    {
        if (text.Length == 0)
            return null;
        return Guid.TryParseExact(text, "D", out var id) ? id : throw Refuse.Invalid(PlatformProblems.IdMalformed(field));
    }

    /// <summary>A worker number, in the form in which it is stored.</summary>
    public static string WorkerNumber(string text, string field)
    {
        if (text.Length == 0)
            throw Refuse.Invalid(PlatformProblems.FieldRequired(field));
        return Platform.WorkerNumber.Parse(text) ?? throw Refuse.Invalid(PlatformProblems.WorkerNumberMalformed(field));
    }

    /// <summary>A whole day.</summary>
    /// <param name="date">What was sent.</param>
    /// <param name="field">Its proto name.</param>
    /// <param name="lastYear">The last one taken: who counts years on from the day needs room before the calendar's end.</param>
    public static DateOnly Day(Proto.Date? date, string field, int lastYear = 9999) =>
        OptionalDay(date, field, lastYear) ?? throw Refuse.Invalid(PlatformProblems.FieldRequired(field));

    public static DateOnly? OptionalDay(Proto.Date? date, string field, int lastYear = 9999)
    {
        if (date is null)
            return null;
        if (NoDayBecause(date.Year, date.Month, date.Day) is { } why)
            throw Refuse.Invalid(PlatformProblems.DayMalformed(field, why));
        if (date.Year > lastYear)
            throw Refuse.Invalid(PlatformProblems.DayMalformed(field, $"the year lies after {lastYear}"));
        return new(date.Year, date.Month, date.Day);
    }

    /// <summary>An instant.</summary>
    /// <param name="at">What was sent.</param>
    /// <param name="field">Its proto name.</param>
    /// <param name="firstYear">What is told of an earlier year is a slip: nobody who did anything then is alive.</param>
    public static DateTimeOffset Instant(Timestamp? at, string field, int firstYear = 1900) =>
        OptionalInstant(at, field, firstYear) ?? throw Refuse.Invalid(PlatformProblems.FieldRequired(field));

    /// <summary>As <see cref="Instant"/>; null when nothing was sent.</summary>
    public static DateTimeOffset? OptionalInstant(Timestamp? at, string field, int firstYear = 1900)
    {
        if (at is null)
            return null;
        // In the calendar's last year the day of an instant may already be past it.
        return at.Nanos is >= 0 and <= 999_999_999 && at.Seconds is >= FirstSecond and < LastYear && at.ToDateTimeOffset() is var instant && instant.Year >= firstYear
            ? instant
            : throw Refuse.Invalid(PlatformProblems.ValueUnknown(field, $"an instant from {firstYear:0000} to 9998"));
    }

    /// <summary>A date that may lack its day, or day and month.</summary>
    public static PartialDate PartialDay(Proto.Date? date, string field)
    {
        if (date is null)
            throw Refuse.Invalid(PlatformProblems.FieldRequired(field));

        var right = date switch
        {
            { Year: < 1 or > 9999 } => false,
            { Month: 0 } => date.Day == 0,
            { Day: 0 } => date.Month is >= 1 and <= 12,
            _ => NoDayBecause(date.Year, date.Month, date.Day) is null,
        };
        return right ? new(date.Year, date.Month, date.Day) : throw Refuse.Invalid(PlatformProblems.PartialDayMalformed(field));
    }

    /// <summary>One of the six countries of the registry.</summary>
    public static string Country(string text, string field)
    {
        if (text.Length == 0)
            throw Refuse.Invalid(PlatformProblems.FieldRequired(field, CountriesInWords));
        return Countries.Contains(text) ? text : throw Refuse.Invalid(PlatformProblems.CountryUnknown(field));
    }

    /// <summary>Any ISO 3166-1 alpha-2 code, for nationality and birth; null when nothing was sent.</summary>
    public static string? OptionalAnyCountry(string text, string field)
    {
        if (text.Length == 0)
            return null;
        return text.Length == 2 && text.All(char.IsAsciiLetterUpper) ? text : throw Refuse.Invalid(PlatformProblems.CountryMalformed(field));
    }

    public static Money Money(Proto.Money? money, string field) =>
        OptionalMoney(money, field) ?? throw Refuse.Invalid(PlatformProblems.FieldRequired(field));

    /// <summary>An amount from 0 on; at most 10^15 minor units, beyond which it is a slip of the keyboard.</summary>
    public static Money? OptionalMoney(Proto.Money? money, string field)
    {
        if (money is null)
            return null;
        return money.Minor is >= 0 and <= 1_000_000_000_000_000 && Currencies.Contains(money.Currency)
            ? new(money.Minor, money.Currency)
            : throw Refuse.Invalid(PlatformProblems.MoneyMalformed(field));
    }

    /// <summary>How many entries a list has.</summary>
    public static int Entries(int count, string field, int least, int most) =>
        count >= least && count <= most ? count : throw Refuse.Invalid(PlatformProblems.EntriesOutOfRange(field, count, least, most));

    public static int Number(int value, string field, int least, int most) =>
        value >= least && value <= most ? value : throw Refuse.Invalid(PlatformProblems.NumberOutOfRange(field, least, most));

    public static long Number(long value, string field, long least, long most) =>
        value >= least && value <= most ? value : throw Refuse.Invalid(PlatformProblems.NumberOutOfRange(field, least, most));

    /// <summary>One of a list of codes that is data.</summary>
    public static string Code(string text, string field, IReadOnlyCollection<string> known)
    {
        if (known.Contains(text))
            return text;
        var values = string.Join(", ", known.Order(StringComparer.Ordinal));
        throw Refuse.Invalid(text.Length == 0 ? PlatformProblems.FieldRequired(field, values) : PlatformProblems.ValueUnknown(field, values));
    }

    /// <summary>A proto enum value as ours of the same name; refuses what is unset or unknown.</summary>
    public static TOurs Value<TProto, TOurs>(TProto value, string field)
        where TProto : struct, Enum
        where TOurs : struct, Enum
    {
        var isSet = Convert.ToInt32(value, null) != 0;
        if (isSet && Enum.TryParse<TOurs>(value.ToString(), out var ours) && Enum.IsDefined(ours))
            return ours;
        var values = string.Join(", ", Enum.GetNames<TOurs>());
        throw Refuse.Invalid(isSet ? PlatformProblems.ValueUnknown(field, values) : PlatformProblems.FieldRequired(field, values));
    }

    /// <summary>How many rows a page has: what was asked, at most <paramref name="most"/>; 50 when unset.</summary>
    public static int PageSize(int asked, int most = 200) => Number(asked, "page_size", 0, most) is var size && size == 0 ? Math.Min(50, most) : size;

    /// <summary>The id after which a page starts; null for the first page.</summary>
    public static Guid? PageToken(string text) =>
        text.Length == 0 ? null : Guid.TryParseExact(text, "N", out var id) ? id : throw Refuse.Invalid(PlatformProblems.PageTokenMalformed());

    /// <summary>Null for a day of the calendar.</summary>
    static string? NoDayBecause(int year, int month, int day) => (year, month, day) switch
    {
        ( < 1 or > 9999, _, _) => year == 0 ? "the year is missing" : $"there is no year {year}",
        (_, < 1 or > 12, _) => month == 0 ? "the month is missing" : $"there is no month {month}",
        (_, _, < 1) => day == 0 ? "the day is missing" : $"there is no day {day}",
        _ when day > DateTime.DaysInMonth(year, month) => $"month {month} of {year} has {DateTime.DaysInMonth(year, month)} days, not {day}",
        _ => null,
    };
}

/// <summary>A date that may lack its day, or day and month (0 where not known).</summary>
public readonly record struct PartialDate(int Year, int Month, int Day)
{
    /// <summary>The first day it can mean.</summary>
    public DateOnly Earliest => new(Year, Month == 0 ? 1 : Month, Day == 0 ? 1 : Day);

    /// <summary>The last day it can mean.</summary>
    public DateOnly Latest => Month == 0 ? new(Year, 12, 31) : Day == 0 ? new(Year, Month, DateTime.DaysInMonth(Year, Month)) : new(Year, Month, Day);

    public Proto.Date ToProto() => new() { Year = Year, Month = Month, Day = Day };

    /// <summary>ISO 8601, as precise as it is known: 1999, 1999-07 or 1999-07-31. The form in which it is stored.</summary>
    public override string ToString() => Month == 0 ? $"{Year:0000}" : Day == 0 ? $"{Year:0000}-{Month:00}" : $"{Year:0000}-{Month:00}-{Day:00}";

    public static PartialDate Parse(string text)
    {
        var parts = text.Split('-');
        int At(int i) => i < parts.Length ? int.Parse(parts[i], System.Globalization.CultureInfo.InvariantCulture) : 0;
        return new(At(0), At(1), At(2));
    }
}

/// <summary>Our values as proto values.</summary>
public static class ProtoValues
{
    public static Proto.Date ToProto(this DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };

    public static string NextPageToken(this Guid lastId) => lastId.ToString("N");
}
