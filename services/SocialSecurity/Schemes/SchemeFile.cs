using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gms.SocialSecurity.Schemes;

// The shape of Data/schemes.json and Data/enrolment.json, nothing more. A field that is not here stops the start:
// data that nobody reads is data that nobody checks.

sealed record SchemeFile(JsonElement Meta, List<SchemeFile.Entry> Schemes, List<SchemeFile.Treaty> Agreements)
{
    internal sealed record Entry : Tagged
    {
        public required string Id { get; init; }
        public required string Country { get; init; }
        public required string Name { get; init; }
        public required string Law { get; init; }
        public required string Administrator { get; init; }
        public required CoveredEntry Covered { get; init; }
        public required List<RateEntry> Contributions { get; init; }
        public required List<BranchEntry> Branches { get; init; }
        public ExitEntry? Exit { get; init; }
        public MembersEntry? Members { get; init; }
        public string? Note { get; init; }
        public string? ProductNote { get; init; }
        public List<string>? OtherBenefits { get; init; }
        public bool Implemented { get; init; } = true;
    }

    internal sealed record CoveredEntry
    {
        public List<string>? Employment { get; init; }
        public List<string>? Excluded { get; init; }
        public string? Age { get; init; }
        public string? Nationality { get; init; }
        public string? Documentation { get; init; }
        public int? MinEnterpriseSize { get; init; }

        /// <summary>true, false, or a condition in words.</summary>
        public JsonElement? Compulsory { get; init; }
        public string? ExclusionStatus { get; init; }
        public string? Condition { get; init; }
        public string? Who { get; init; }
        public string? Voluntary { get; init; }
        public string? Note { get; init; }
    }

    internal sealed record RateEntry : Tagged
    {
        public DateOnly? EffectiveTo { get; init; }
        public decimal? Employee { get; init; }
        public decimal? Employer { get; init; }
        public decimal? Government { get; init; }
        public decimal? EmployerMin { get; init; }
        public decimal? EmployerMax { get; init; }
        public decimal[]? EmployerRange { get; init; }
        public decimal? BaseMin { get; init; }
        public decimal? BaseMax { get; init; }
        public decimal? BaseFixed { get; init; }
        public decimal? MaxAmount { get; init; }
        public decimal? Flat { get; init; }
        public decimal? MonthlyFrom { get; init; }

        /// <summary>Amounts, or amounts with their months.</summary>
        public List<JsonElement>? Options { get; init; }
        public decimal[]? OneOff { get; init; }
        public decimal? MedicalCheck { get; init; }
        [JsonPropertyName("child_under_7")]
        public decimal? ChildUnder7 { get; init; }
        public string? Currency { get; init; }
        public string? Per { get; init; }
        public string? BaseRule { get; init; }
        public string? BaseMinRule { get; init; }
        public Dictionary<string, decimal>? Split { get; init; }
        public string? StateSubsidy { get; init; }
        public string? Paid { get; init; }
        public bool Copayment { get; init; }
        public string? Note { get; init; }
    }

    internal sealed record BranchEntry : Tagged
    {
        public required string Branch { get; init; }
        public required QualifyingEntry? Qualifying { get; init; }
        public required string Benefit { get; init; }
        public bool LumpSumIfShort { get; init; }
        public string? PracticalBarrier { get; init; }
    }

    internal sealed record QualifyingEntry
    {
        public int? Months { get; init; }
        public int? Years { get; init; }
        public int? WithinMonths { get; init; }
        public bool Consecutive { get; init; }

        /// <summary>A number, or a rule in words.</summary>
        public JsonElement? Age { get; init; }
        public int? AgeWomen { get; init; }
        public int? RisingTo { get; init; }
        public DateOnly? RiseFrom { get; init; }
    }

    internal sealed record ExitEntry : Tagged
    {
        public string? LumpSumOnExit { get; init; }
        public List<string> Exportable { get; init; } = [];
        public List<JsonElement> BilateralAgreements { get; init; } = [];
        public string? Note { get; init; }
    }

    internal sealed record MembersEntry(long Total, string AsOf);

    internal sealed record Treaty : Tagged
    {
        public required string Id { get; init; }
        public required List<string> Parties { get; init; }
        public List<string>? Scope { get; init; }
        public int? DetachmentMonths { get; init; }
        public int? ExtensionMonths { get; init; }
        public string? LocallyHired { get; init; }
        public bool Totalisation { get; init; }
        public string? Note { get; init; }
    }
}

sealed record EnrolmentFile(JsonElement Meta, List<string> EmploymentTypes, List<string> Channels, List<EnrolmentFile.Entry> Schemes)
{
    internal sealed record Entry
    {
        public required string Scheme { get; init; }
        public required string Relation { get; init; }
        public bool ExistedBefore { get; init; }
        public required UsualEntry Usual { get; init; }
        public AgeEntry? EntryAge { get; init; }
        public RoundingEntry? Rounding { get; init; }
        public required List<RuleEntry> Rules { get; init; }
    }

    internal sealed record UsualEntry(string Enroller, string? Due);

    internal sealed record AgeEntry : Tagged
    {
        public required int From { get; init; }
        public required int To { get; init; }
    }

    internal sealed record RoundingEntry : Tagged
    {
        /// <summary>In whole currency units.</summary>
        public required int Unit { get; init; }
        public required string Rule { get; init; }
    }

    internal sealed record RuleEntry : Tagged
    {
        public required string Id { get; init; }
        public required List<string> Employment { get; init; }
        public List<string>? Channels { get; init; }

        /// <summary>any, national, foreign, or a list of codes.</summary>
        public required JsonElement Nationality { get; init; }
        public required string Standing { get; init; }
        public string? Enroller { get; init; }
        public string? Due { get; init; }
        public int? WithinDays { get; init; }
        public required string Rule { get; init; }

        /// <summary>The words of the reference data from which the rule was read.</summary>
        public required string Prose { get; init; }
        public DateOnly? EffectiveTo { get; init; }
    }
}

/// <summary>What every record of the reference data carries.</summary>
abstract record Tagged
{
    public required string Source { get; init; }
    public required bool Found { get; init; }
    public bool PartlyUnverified { get; init; }
    public required string Confidence { get; init; }
    public required DateOnly? EffectiveFrom { get; init; }
}
