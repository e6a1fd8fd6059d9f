using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gms.Type.V1;

namespace Gms.Recruitment.Verdicts;

/// <summary>
/// The canonical text of a verdict: JSON with the properties in the order written here, so that the same verdict is always the same bytes. These bytes
/// are what is signed. Pinned by a test: properties are only added, at the end.
/// </summary>
public sealed record VerdictText
{
    static readonly JsonSerializerOptions Canonical = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    public required VerdictKind Kind { get; init; }

    /// <summary>The contract, agency or employer.</summary>
    public required Guid Subject { get; init; }

    public string? WorkerNumber { get; init; }

    /// <summary>Who signs: the country that holds what it is about.</summary>
    public required string Country { get; init; }

    public required DateOnly AsOf { get; init; }

    /// <summary>For an agency: the country for which it should be licensed.</summary>
    public string? Partner { get; init; }

    /// <summary>Told to an agency: without numbers by which a worker could be found, and without what workers said.</summary>
    public bool ForAgency { get; init; }

    public required DateTimeOffset VerifiedAt { get; init; }

    /// <summary>What was committed in the database at that moment, and nothing later: PostgreSQL's snapshot.</summary>
    public required string Snapshot { get; init; }

    /// <summary>Digest of the rules by which it was weighed.</summary>
    public required string Rules { get; init; }

    public required IReadOnlyList<VerdictLine> Lines { get; init; }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Canonical);

    /// <exception cref="JsonException">It is no such text.</exception>
    public static VerdictText Parse(byte[] bytes) => JsonSerializer.Deserialize<VerdictText>(bytes, Canonical) ?? throw new JsonException();

    public int Count(Outcome outcome) => Lines.Count(l => l.Outcome == outcome);
}

/// <summary>One check of a verdict.</summary>
public sealed record VerdictLine(string Code, Outcome Outcome, string Message, string Remedy, string Rule, string Source, Gms.Type.V1.Confidence Confidence, string EffectiveFrom, bool Decisive, string Evidence)
{
    public static VerdictLine Of(Check check) => new(check.Code, check.Outcome, check.Message, check.Remedy, check.Source.Rule, check.Source.Text, check.Source.Confidence, check.Source.EffectiveFrom, check.Decisive, check.Evidence);

    public Check ToProto() => new()
    {
        Code = Code,
        Outcome = Outcome,
        Message = Message,
        Remedy = Remedy,
        Source = new() { Rule = Rule, Text = Source, Confidence = Confidence, EffectiveFrom = EffectiveFrom },
        Decisive = Decisive,
        Evidence = Evidence,
    };
}
