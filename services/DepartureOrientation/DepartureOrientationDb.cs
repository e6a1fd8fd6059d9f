using Gms.DepartureOrientation.ActionPlans;
using Gms.DepartureOrientation.Arrivals;
using Gms.DepartureOrientation.Assessments;
using Gms.DepartureOrientation.Attendance;
using Gms.DepartureOrientation.Certificates;
using Gms.DepartureOrientation.Curricula;
using Gms.DepartureOrientation.GoodPractices;
using Gms.DepartureOrientation.Institutions;
using Gms.DepartureOrientation.Sessions;
using Gms.DepartureOrientation.Trainees;
using Gms.DepartureOrientation.Trainers;
using Gms.DepartureOrientation.Withdrawals;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gms.DepartureOrientation;

/// <summary>The records of this service.</summary>
public sealed class DepartureOrientationDb(DbContextOptions<DepartureOrientationDb> options, Call call, ServiceSignals signals) : ServiceDb(options, call, signals)
{
    public DbSet<Curriculum> Curricula => Set<Curriculum>();

    public DbSet<Module> Modules => Set<Module>();

    public DbSet<Institution> Institutions => Set<Institution>();

    public DbSet<Trainer> Trainers => Set<Trainer>();

    public DbSet<Trainee> Trainees => Set<Trainee>();

    public DbSet<SessionCertification> SessionCertifications => Set<SessionCertification>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Enrolment> Enrolments => Set<Enrolment>();

    public DbSet<Certificate> Certificates => Set<Certificate>();

    public DbSet<Withdrawal> Withdrawals => Set<Withdrawal>();

    public DbSet<ActionPlan> ActionPlans => Set<ActionPlan>();

    public DbSet<Measure> Measures => Set<Measure>();

    public DbSet<CoachingNote> CoachingNotes => Set<CoachingNote>();

    public DbSet<Indicator> Indicators => Set<Indicator>();

    public DbSet<Reading> Readings => Set<Reading>();

    public DbSet<GoodPractice> GoodPractices => Set<GoodPractice>();
    public DbSet<Visit> Visits => Set<Visit>();

    public DbSet<UsedCode> UsedCodes => Set<UsedCode>();

    public DbSet<ModuleVisit> ModuleVisits => Set<ModuleVisit>();

    public DbSet<AssessmentRequirement> AssessmentRequirements => Set<AssessmentRequirement>();

    public DbSet<AssessmentResult> AssessmentResults => Set<AssessmentResult>();

    public DbSet<ArrivalWatch> ArrivalWatches => Set<ArrivalWatch>();

    /// <summary>Saves a part of what the call changes before the rest, in the transaction begun: what follows must see it.</summary>
    public async Task SavePart(CancellationToken cancel)
    {
        try
        {
            await SaveChangesAsync(cancel);
        }
        catch (DbUpdateException broken) when (broken.InnerException is PostgresException { ConstraintName: { } name } && BrokenConstraint(name) is { } problem)
        {
            throw Refuse.NotNow(problem);
        }
    }

    protected override Problem? BrokenConstraint(string name) => name switch
    {
        "curricula_edition" or "modules_version" => Problems.CurriculumPublishedMeanwhile(),
        "institutions_name" => Problems.InstitutionNameTaken(),
        "accreditation_extensions_once" => Problems.AccreditationNotLater(),
        "accreditations_overlap" => Problems.AccreditationOverlaps(),
        "certifications_overlap" or "trainers_account" => Problems.TrainerAlreadyCertified(),
        "certifications_no_cycle" => Problems.TrainerCascadeCycle(),
        "trainees_once" => Problems.TraineeEnrolled(),
        "trainees_training" => Problems.TraineeOtherStage(),
        "trainee_attendance_once" => Problems.AttendanceRecorded(),
        "enrolments_no_training" => Problems.SessionForTrainers(),
        "session_certifications_held" => Problems.SessionClosed(),
        "withdrawals_module" => Problems.ModuleWithdrawn(),
        "withdrawal_entries_decided_once" => Problems.WithdrawalEntryDecided(),
        "withdrawal_entries_revoked" => Problems.WithdrawalEntryNotRevocable(),
        "sessions_room" => Problems.SessionRoomTaken(),
        "sessions_trainer" => Problems.SessionTrainerTaken(),
        "sessions_places" => Problems.SessionFull(),
        "enrolments_session_open" or "attendance_session_open" => Problems.SessionClosed(),
        "enrolments_once" => Problems.SessionWorkerEnrolled(),
        "enrolments_elsewhere" => Problems.SessionWorkerElsewhere(),
        "visits_elsewhere" or "module_visits_elsewhere" => AttendanceProblems.AttendanceElsewhere(),
        "used_codes_once" => AttendanceProblems.CodeUsed("worker_code"),
        "used_codes_window" => AttendanceProblems.CodeUsed("session_code"),
        "visits_session_open" or "module_visits_session_open" => Problems.SessionClosed(),
        "module_visits_once" => AttendanceProblems.ModuleBegun(),
        "pk_assessment_requirements" or "assessment_requirements_pkey" => AssessmentProblems.AssessmentRequiredAlready(),
        "assessment_results_attempt" or "assessment_results_passed" => AssessmentProblems.AssessmentTakenMeanwhile(),
        "attendance_once" => Problems.AttendanceRecorded(),
        "certificates_once" => Problems.CertificateAlreadyIssued(),
        "action_plans_title" => ActionPlanProblems.PlanTitleTaken(),
        "measure_steps_number" => ActionPlanProblems.MeasureChangedMeanwhile(),
        "indicators_once" => ActionPlanProblems.IndicatorTwice(),
        "good_practices_title" => GoodPracticeProblems.TitleTaken(),
        _ => null,
    };
}
