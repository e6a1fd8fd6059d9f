using Gms.DepartureOrientation.ActionPlans;
using Gms.DepartureOrientation.Assessments;
using Gms.DepartureOrientation.Attendance;
using Gms.DepartureOrientation.Certificates;
using Gms.DepartureOrientation.GoodPractices;
using Gms.DepartureOrientation.Institutions;
using Gms.DepartureOrientation.Sessions;
using Gms.DepartureOrientation.Trainers;
using Gms.Platform;

namespace Gms.DepartureOrientation;

/// <summary>What can be taken out of DepartureOrientation. An institution takes out its own, a ministry what its country holds.</summary>
static class ExportTables
{
    public static IReadOnlyList<ExportTable<DepartureOrientationDb>> All { get; } =
    [
        InstitutionExport.Institutions,
        TrainerExport.Trainers,
        CertificationExport.Certifications,
        SessionExport.Sessions,
        EnrolmentExport.Enrolments,
        VisitExport.Visits,
        VisitExport.Modules,
        AssessmentExport.Results,
        CertificateExport.Certificates,
        ActionPlanExports.Plans,
        ActionPlanExports.Measures,
        ReadingExports.Notes,
        ReadingExports.Indicators,
        ReadingExports.Readings,
        GoodPracticeExport.Practices,
    ];
}
