namespace Gms.Recruitment.Reference;

/// <summary>The rules that are data, read once at start and never changed.</summary>
public sealed record RecruitmentReference(AgencyRules Agencies, Corridors Corridors, Occupations Occupations, CostItems CostItems, FeeCaps FeeCaps, Indicators Indicators, LicenceDuties Licences, ContractStandards Standards)
{
    public static RecruitmentReference Load() =>
        new(AgencyRules.Load(), Corridors.Load(), Occupations.Load(), CostItems.Load(), FeeCaps.Load(), Indicators.Load(), LicenceDuties.Load(), ContractStandards.Load());
}
