using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.Complaints;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Costs;
using Gms.Recruitment.Declarations;
using Gms.Recruitment.Employers;
using Gms.Recruitment.JobOrders;

namespace Gms.Recruitment;

/// <summary>What can be taken out of Recruitment.</summary>
static class ExportTables
{
    public static IReadOnlyList<ExportTable<RecruitmentDb>> All { get; } =
    [
        AgencyExport.Agencies,
        LicenceExport.Licences,
        EmployerExport.Employers,
        JobOrderExport.JobOrders,
        ContractExport.Contracts,
        ContractVersionExport.Versions,
        ComplaintExport.Complaints,
        ComplaintEntryExport.Entries,
        ComplaintEntryExport.Remedies,
        CostExport.Costs,
        DeclarationExport.Declarations,
    ];
}
