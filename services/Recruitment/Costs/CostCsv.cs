using System.Globalization;
using Gms.Platform;
using Gms.Type.V1;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Costs;

/// <summary>The CSV form of a row of Costs.ImportCosts.</summary>
static class CostCsv
{
    public static readonly CsvForm<Proto.RecordCostRequest> Form = new(
        new("contract_id", "contract_id", (row, text) => row.ContractId = text, Required: true),
        new("item", "item", (row, text) => row.Item = text.ToUpperInvariant(), Required: true),
        new("payer", "payer", (row, text) => row.Payer = Value<Proto.Payer>(text, "payer"), Required: true),
        new("payee", "payee", (row, text) => row.Payee = Value<Proto.Payee>(text, "payee"), Required: true),
        new("amount_minor", "amount", (row, text) => (row.Amount ??= new()).Minor = Whole(text, "amount_minor")),
        new("amount_currency", "amount.currency", (row, text) => (row.Amount ??= new()).Currency = text.ToUpperInvariant()),
        new("equivalent_minor", "equivalent", (row, text) => (row.Equivalent ??= new()).Minor = Whole(text, "equivalent_minor")),
        new("equivalent_currency", "equivalent.currency", (row, text) => (row.Equivalent ??= new()).Currency = text.ToUpperInvariant()),
        new("nothing_paid", "nothing_paid", (row, text) => row.NothingPaid = Yes(text, "nothing_paid")),
        new("paid_on", "paid_on", (row, text) => row.PaidOn = Day(text, "paid_on"), Required: true),
        new("receipt_reference", "receipt_reference", (row, text) => row.ReceiptReference = text),
        new("stated_by", "stated_by", (row, text) => row.StatedBy = Value<Proto.StatedBy>(text, "stated_by"), Required: true),
        new("replaces", "replaces", (row, text) => row.Replaces = text),
        new("correction_reason", "correction_reason", (row, text) => row.CorrectionReason = text));

    /// <summary>The proto value by its name without the prefix: WORKER, ORIGIN_AGENCY.</summary>
    static T Value<T>(string text, string column) where T : struct, Enum
    {
        var words = text.Replace("_", "", StringComparison.Ordinal);
        return Enum.GetValues<T>().Where(v => Convert.ToInt32(v, CultureInfo.InvariantCulture) != 0 && v.ToString().Equals(words, StringComparison.OrdinalIgnoreCase)).Select(v => (T?)v).SingleOrDefault()
            ?? throw Refuse.Invalid(PlatformProblems.ValueUnknown(column, string.Join(", ", Enum.GetValues<T>().Skip(1).Select(v => InCapitals(v.ToString())))));
    }

    static string InCapitals(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsAsciiLetterUpper(c) ? $"_{c}" : $"{char.ToUpperInvariant(c)}"));

    static long Whole(string text, string column) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Refuse.Invalid(PlatformProblems.MoneyMalformed(column));

    static bool Yes(string text, string column) => text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "1" => true,
        "FALSE" or "NO" or "0" => false,
        _ => throw Refuse.Invalid(PlatformProblems.ValueUnknown(column, "true, false")),
    };

    static Date Day(string text, string column) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day.ToProto()
        : throw Refuse.Invalid(PlatformProblems.DayMalformed(column, "write it as 2026-11-30"));
}
