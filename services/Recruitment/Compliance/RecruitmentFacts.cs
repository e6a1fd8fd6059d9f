using Gms.Recruitment.Agencies;
using Gms.Recruitment.Complaints;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Costs;
using Gms.Recruitment.Declarations;
using Gms.Recruitment.Reference;

namespace Gms.Recruitment.Compliance;

/// <summary>Everything that the verdict on one recruitment weighs. The contract comes with its agency, licences, employer and job order.</summary>
sealed record RecruitmentFacts(Contract Contract, ContractVersion Version, IReadOnlyList<CostLine> Costs, Declaration? Declaration, DateOnly AsOf, RecruitmentReference Reference)
{
    /// <summary>The day on which it is weighed: what is late is late by then. Null where no day is said, and nothing is late.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Complaints about this recruitment, whoever made them.</summary>
    public IReadOnlyList<Complaint> Complaints { get; init; } = [];

    public ContractTerms Terms { get; } = ContractText.Parse(Version.Text).Terms;

    public Agency? Agency => Contract.Agency;

    public Corridor? Corridor => Reference.Corridors.Find(Contract.Origin, Contract.Destination, Contract.Channel);

    /// <summary>The worker was asked whether the recorded costs are all, and said yes: only then does silence mean that nothing was paid.</summary>
    public bool CostsConfirmed => Declaration?.CostsComplete is true;

    public CostItem Item(CostLine line) => Reference.CostItems[line.Item];
}
