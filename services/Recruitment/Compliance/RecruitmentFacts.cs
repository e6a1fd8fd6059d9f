using Gms.Recruitment.Agencies;
using Gms.Recruitment.Complaints;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Costs;
using Gms.Recruitment.Declarations;
using Gms.Recruitment.Reference;
using Gms.Recruitment.Representatives;

namespace Gms.Recruitment.Compliance;

/// <summary>Everything that the verdict on one recruitment weighs. The contract comes with its agency, licences, employer, job order, versions and signatures.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Version">What it says on the day.</param>
/// <param name="Lines">The cost lines that count, those that say that nothing was paid among them.</param>
/// <param name="Declarations">What the worker declared, the newest first.</param>
/// <param name="AsOf">The day that the verdict is about.</param>
/// <param name="Reference">The rules.</param>
sealed record RecruitmentFacts(Contract Contract, ContractVersion Version, IReadOnlyList<CostLine> Lines, IReadOnlyList<Declaration> Declarations, DateOnly AsOf, RecruitmentReference Reference)
{
    /// <summary>With one declaration, or none.</summary>
    public RecruitmentFacts(Contract contract, ContractVersion version, IReadOnlyList<CostLine> lines, Declaration? declaration, DateOnly asOf, RecruitmentReference reference)
        : this(contract, version, lines, declaration is null ? [] : [declaration], asOf, reference)
    {
    }

    /// <summary>The version under which the worker was sent: the last one signed by the first day of work.</summary>
    public ContractVersion SentUnder { get; } = Contract.VersionOn(Contract.StartsOn < Version.SignedOn ? Contract.StartsOn : Version.SignedOn);

    /// <summary>What was paid.</summary>
    public IReadOnlyList<CostLine> Costs { get; } = [.. Lines.Where(l => !l.NothingPaid)];

    /// <summary>Of each question the newest answer; null when the worker was never asked.</summary>
    public Declaration? Declaration { get; } = StatedItems.Newest(Declarations);

    /// <summary>The day on which it is weighed: what is late is late by then. Null where no day is said, and nothing is late.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Complaints about this recruitment, whoever made them.</summary>
    public IReadOnlyList<Complaint> Complaints { get; init; } = [];

    /// <summary>Who acts or acted for the agency.</summary>
    public IReadOnlyCollection<Representative> Representatives { get; init; } = [];

    public ContractTerms Terms { get; } = ContractText.Parse(Version.Text).Terms;

    public Agency? Agency => Contract.Agency;

    public Corridor? Corridor => Reference.Corridors.Find(Contract.Origin, Contract.Destination, Contract.Channel);

    /// <summary>The worker was asked whether the recorded costs are all, and said yes: only then does silence mean that nothing was paid.</summary>
    public bool CostsConfirmed => Declaration?.CostsComplete is true;

    public CostItem Item(CostLine line) => Reference.CostItems[line.Item];
}
