using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gms.Bench;

/// <summary>The machine it was measured on; load is the one-minute average before the start, beside which a figure must be read.</summary>
sealed record Machine(int Cores, string Memory, double Load);

/// <summary>One side of a comparison: the median of its rounds, their lowest and highest, and the spread of its times.</summary>
sealed record Side(double Value, double[]? Range = null, double? P50Ms = null, double? P95Ms = null, double? P99Ms = null, double? Ratio = null);

/// <summary>One measurement, beside what it is compared with. The ratio is to the first of these, round by round.</summary>
sealed record Figure(string Name, string Unit, double Value)
{
    public double[]? Range { get; init; }
    public double? P50Ms { get; init; }
    public double? P95Ms { get; init; }
    public double? P99Ms { get; init; }
    public IReadOnlyDictionary<string, Side> Beside { get; init; } = new Dictionary<string, Side>();
    public double? Ratio { get; init; }
    public double[]? RatioRange { get; init; }
    public double? Goal { get; init; }
    public string? Note { get; init; }
}

/// <summary>All figures of one run.</summary>
sealed record Report(Machine Machine, IReadOnlyList<Figure> Figures, DateTimeOffset StartedAt, double Seconds)
{
    static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        Converters = { new Rounded() },
    };

    public void Print(bool json)
    {
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(this, Json));
        else
            foreach (var line in Lines())
                Console.WriteLine(line);
    }

    IEnumerable<string> Lines()
    {
        yield return $"{Machine.Cores} cores, {Machine.Memory}, load before the start {Text(Machine.Load)}; {Text(Seconds)} s";
        foreach (var figure in Figures)
        {
            yield return "";
            yield return $"{figure.Name}: {Text(figure.Value)} {figure.Unit}{Span(figure.Range)}{Times(figure.P50Ms, figure.P95Ms, figure.P99Ms)}";
            foreach (var (name, side) in figure.Beside)
                yield return $"  beside {name}: {Text(side.Value)}{Span(side.Range)}{Times(side.P50Ms, side.P95Ms, side.P99Ms)}{(side.Ratio is { } r ? $", ratio {Text(r)}" : "")}";
            if (figure.Ratio is { } ratio)
                yield return $"  ratio {Text(ratio)}{Span(figure.RatioRange)}{(figure.Goal is { } goal ? $", goal {Text(goal)}" : "")}";
            if (figure.Note is { } note)
                yield return $"  {note}";
        }
    }

    static string Span(double[]? range) => range is [var low, var high] ? $" ({Text(low)} to {Text(high)})" : "";

    static string Times(double? p50, double? p95, double? p99) => p50 is null ? "" : $"; p50 {Text(p50.Value)}, p95 {Text(p95 ?? 0)}, p99 {Text(p99 ?? 0)} ms";

    static string Text(double value) => Rounded.Of(value).ToString(CultureInfo.InvariantCulture);

    /// <summary>Three figures are what such a measurement can tell.</summary>
    sealed class Rounded : JsonConverter<double>
    {
        public static double Of(double value) => value == 0 || !double.IsFinite(value)
            ? 0
            : Math.Round(value, Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 6));

        public override double Read(ref Utf8JsonReader reader, System.Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(Of(value));
    }
}
