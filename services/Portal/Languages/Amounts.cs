using System.Globalization;
using Gms.Type.V1;

namespace Gms.Portal.Languages;

/// <summary>Money in a reader's words: digits in groups and the currency's code, which is the same in every language. Pure.</summary>
static class Amounts
{
    /// <summary>Currencies of the region that are counted in whole units only (ISO 4217: no minor unit).</summary>
    static readonly HashSet<string> Whole = ["VND"];

    public static string Of(Money? money) => money is null ? "" : Whole.Contains(money.Currency)
        ? string.Create(CultureInfo.InvariantCulture, $"{money.Minor:#,0} {money.Currency}")
        : string.Create(CultureInfo.InvariantCulture, $"{money.Minor / 100m:#,0.00} {money.Currency}");

    /// <summary>What an amount in whole units of a currency is; unset where it is no number, which the service then refuses by its field.</summary>
    public static Money? InWholeUnits(string text, string currency) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var units) && units < long.MaxValue / 100
            ? new() { Minor = Whole.Contains(currency) ? units : units * 100, Currency = currency } : null;

    /// <summary>The currency of a country of the region (ISO 4217).</summary>
    public static string CurrencyOf(string country) => country switch { "KH" => "KHR", "CN" => "CNY", "LA" => "LAK", "MM" => "MMK", "TH" => "THB", "VN" => "VND", _ => "" };
}
