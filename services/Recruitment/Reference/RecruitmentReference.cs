using System.Security.Cryptography;
using Gms.Recruitment.Declarations;

namespace Gms.Recruitment.Reference;

/// <summary>The rules that are data, read once at start and never changed.</summary>
public sealed record RecruitmentReference(
    AgencyRules Agencies, Corridors Corridors, Occupations Occupations, CostItems CostItems, FeeCaps FeeCaps, Indicators Indicators, LicenceDuties Licences, ContractStandards Standards, CostIndicator CostIndicator,
    ForcedLabour ForcedLabour, Questionnaires Questions)
{
    static readonly Lazy<RecruitmentReference> s_shared = new(Load);

    /// <summary>For what is weighed with every commit, where nothing can be handed in.</summary>
    internal static RecruitmentReference Shared => s_shared.Value;

    /// <summary>A digest of the data and of the code that weighs them: two verdicts of one digest follow the same rules.</summary>
    public string Digest { get; } = DigestOf("agency_rules.json", "corridors.json", "channel_rules.json", "fair_recruitment_indicators.json", "recruitment_cost_items.json", "fee_caps.json", "contract_standards.json", "statement_questions.json");

    public static RecruitmentReference Load() =>
        new(AgencyRules.Load(), Corridors.Load(), Occupations.Load(), CostItems.Load(), FeeCaps.Load(), Indicators.Load(), LicenceDuties.Load(), ContractStandards.Load(), CostIndicator.Load(), ForcedLabour.Load(), Questionnaires.Load());

    static string DigestOf(params string[] files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            using var stream = typeof(Data).Assembly.GetManifestResourceStream($"Gms.Recruitment.Data.{file}")!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            hash.AppendData(bytes);
        }
        hash.AppendData(typeof(Data).Assembly.ManifestModule.ModuleVersionId.ToByteArray());
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
