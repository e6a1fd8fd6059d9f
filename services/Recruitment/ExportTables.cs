using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.Complaints;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Costs;
using Gms.Recruitment.Declarations;
using Gms.Recruitment.Employers;
using Gms.Recruitment.JobOrders;
using Gms.Recruitment.Licences;
using Gms.Recruitment.Representatives;
using Gms.Recruitment.Verdicts;

namespace Gms.Recruitment;

/// <summary>What can be taken out of Recruitment.</summary>
static class ExportTables
{
    public static IReadOnlyList<ExportTable<RecruitmentDb>> All { get; } =
    [
        AgencyExport.Agencies,
        LicenceExport.Licences,
        LicenceApplicationExport.Applications,
        RepresentativeExport.Representatives,
        EmployerExport.Employers,
        StandingExport.Standings,
        JobOrderExport.JobOrders,
        ContractExport.Contracts,
        ContractVersionExport.Versions,
        ComplaintExport.Complaints,
        ComplaintEntryExport.Entries,
        ComplaintEntryExport.Remedies,
        CostExport.Costs,
        DeclarationExport.Declarations,
        VerdictExport.Verdicts,
    ];
}
