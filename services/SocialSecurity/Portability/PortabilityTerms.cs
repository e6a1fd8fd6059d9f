using System.Text.Json;
using System.Text.Json.Serialization;
using Gms.SocialSecurity.Schemes;

namespace Gms.SocialSecurity.Portability;

/// <summary>How months of several countries go together in the model, how long a certificate holds, and by when an office should answer: Data/portability.json.</summary>
public sealed class PortabilityTerms
{
    static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false) },
    };

    readonly FileShape _file;

    PortabilityTerms(FileShape file) => (_file, ModelEvidence) = (file, new("MODEL-ASEAN-2022", file.Model.Text, Verification.InWords(file.Model), Gms.Type.V1.Confidence.Low, file.Model.EffectiveFrom));

    /// <summary>What the model is: shown with everything that follows from it.</summary>
    public Evidence ModelEvidence { get; }

    public int LeastOwnMonths => _file.Model.LeastOwnMonths;

    public bool ModelHolds(string country, Branch branch) => _file.Model.Countries.Contains(country) && _file.Model.Branches.Contains(branch);

    /// <summary>For how many months a certificate of coverage is given at most.</summary>
    public int CertificateMonths => _file.Certificates.MostMonths;

    /// <summary>The day by which the office should say more; null when it is not its turn.</summary>
    internal DateOnly? AnswerBy(PaymentState state, DateOnly today) => state switch
    {
        PaymentState.Requested or PaymentState.InReview => today.AddDays(_file.Answers.Days),
        PaymentState.Approved => today.AddDays(_file.Answers.DaysToPay),
        _ => null,
    };

    public static PortabilityTerms Load() => new(JsonSerializer.Deserialize<FileShape>(SchemeBook.Resource("portability.json"), Strict)!);

    sealed record FileShape(JsonElement Meta, ModelShape Model, CertificatesShape Certificates, AnswersShape Answers);

    sealed record ModelShape : Tagged
    {
        public required List<string> Countries { get; init; }
        public required List<Branch> Branches { get; init; }
        public required int LeastOwnMonths { get; init; }
        public required string Text { get; init; }
    }

    sealed record CertificatesShape : Tagged
    {
        public required int MostMonths { get; init; }
    }

    sealed record AnswersShape : Tagged
    {
        public required int Days { get; init; }
        public required int DaysToPay { get; init; }
    }
}
