using Gms.DepartureOrientation.ActionPlans;
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
        "attendance_once" => Problems.AttendanceRecorded(),
        "certificates_once" => Problems.CertificateAlreadyIssued(),
        "action_plans_title" => ActionPlanProblems.PlanTitleTaken(),
        "measure_steps_number" => ActionPlanProblems.MeasureChangedMeanwhile(),
        "indicators_once" => ActionPlanProblems.IndicatorTwice(),
        "good_practices_title" => GoodPracticeProblems.TitleTaken(),
        _ => null,
    };
}
