using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gms.Recruitment.Contracts;

/// <summary>
/// The canonical text of one version of a contract: JSON with the properties in the order written here, so that the same contract
/// always has the same hash. Pinned by a test: properties are only added, at the end.
/// </summary>
public sealed record ContractText
{
    static readonly JsonSerializerOptions Canonical = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    public required string WorkerNumber { get; init; }

    public Guid? AgencyId { get; init; }

    public required Guid EmployerId { get; init; }

    public Guid? JobOrderId { get; init; }

    public required string Origin { get; init; }

    public required string Destination { get; init; }

    public required string Channel { get; init; }

    public required string Occupation { get; init; }

    public required string EmploymentType { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; init; }

    public required DateOnly SignedOn { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    public required ContractTerms Terms { get; init; }

    public string Write() => JsonSerializer.Serialize(this, Canonical);

    public static ContractText Parse(string text) => JsonSerializer.Deserialize<ContractText>(text, Canonical)!;

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
