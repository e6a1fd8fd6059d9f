using System.Text.Json;
using Gms.Platform;
using Proto = Gms.Type.V1;

namespace Gms.Recruitment.Reference;

/// <summary>How sure a rule is.</summary>
public enum Confidence
{
    Low,
    Medium,
    High,
}

/// <summary>Where a rule comes from, carried from the reference data to whoever is told its outcome.</summary>
public sealed record RuleSource(string Rule, string Text, Confidence Confidence, bool NeedsConfirmation, DateOnly? EffectiveFrom)
{
    /// <summary>A rule of low confidence, or one to be confirmed first, warns and never blocks.</summary>
    public bool MayBlock => Confidence != Confidence.Low && !NeedsConfirmation;

    public bool AppliesOn(DateOnly day) => EffectiveFrom is not { } from || from <= day;

    public Proto.Source ToProto() => new()
    {
        Rule = Rule,
        Text = Text,
        Confidence = MayBlock ? Confidence == Confidence.High ? Proto.Confidence.High : Proto.Confidence.Medium : Proto.Confidence.Low,
        EffectiveFrom = EffectiveFrom?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>Reads the tags that every record of the reference data has.</summary>
    public static RuleSource Of(string rule, JsonElement record) => new(
        rule,
        record.Text("source") ?? "",
        Enum.Parse<Confidence>(record.Text("confidence") ?? "low", ignoreCase: true),
        record.Is("needs_confirmation"),
        record.Text("effective_from") is { } from ? DateOnly.ParseExact(from, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null);
}

/// <summary>Reads the embedded reference data.</summary>
static class Data
{
    public static JsonElement Read(string file)
    {
        using var stream = typeof(Data).Assembly.GetManifestResourceStream($"Gms.Recruitment.Data.{file}")
            ?? throw new InvalidOperationException($"{file} is not embedded.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    public static JsonElement? Get(this JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    public static string? Text(this JsonElement record, string name) => record.Get(name)?.GetString();

    public static bool Is(this JsonElement record, string name) => record.Get(name)?.GetBoolean() ?? false;

    public static int? Whole(this JsonElement record, string name) => record.Get(name)?.GetInt32();

    public static decimal? Number(this JsonElement record, string name) => record.Get(name)?.GetDecimal();

    public static Money? MoneyInWholeUnits(this JsonElement record) =>
        record.Number("amount") is { } amount && record.Text("currency") is { } currency ? Currency.InMinorUnits(amount, currency) : null;
}

/// <summary>Digits after the point by ISO 4217; the reference data states whole units.</summary>
static class Currency
{
    public static Money InMinorUnits(decimal amount, string currency) => new((long)(amount * Scale(currency)), currency);

    public static string Show(this Money money) =>
        $"{money.Currency} {((decimal)money.Minor / Scale(money.Currency)).ToString(Scale(money.Currency) == 1 ? "#,0" : "#,0.00", System.Globalization.CultureInfo.InvariantCulture)}";

    static int Scale(string currency) => currency is "VND" or "JPY" or "KRW" ? 1 : 100;
}
