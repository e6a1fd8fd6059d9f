using Gms.DepartureOrientation.ActionPlans;
using Gms.DepartureOrientation.Cascade;
using Gms.DepartureOrientation.Arrivals;
using Gms.DepartureOrientation.Assessments;
using Gms.DepartureOrientation.Attendance;
using Gms.DepartureOrientation.Certificates;
using Gms.DepartureOrientation.Curricula;
using Gms.DepartureOrientation.GoodPractices;
using Gms.DepartureOrientation.Institutions;
using Gms.DepartureOrientation.Outreach;
using Gms.DepartureOrientation.Sessions;
using Gms.DepartureOrientation.Trainees;
using Gms.DepartureOrientation.Trainers;
using Gms.DepartureOrientation.Withdrawals;
using Gms.Events.Registry;
using Gms.Platform;
using Microsoft.Extensions.DependencyInjection;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation;

/// <summary>What a worker learns before leaving and on arrival, and who may teach it.</summary>
public static class Program
{
    public static ServiceBuilder<DepartureOrientationDb> Service() => new ServiceBuilder<DepartureOrientationDb>("DepartureOrientation", Permissions.Table)
        .Serves<CurriculaService>(Proto.CurriculaReflection.Descriptor)
        .Serves<InstitutionsService>(Proto.InstitutionsReflection.Descriptor)
        .Serves<TrainersService>(Proto.TrainersReflection.Descriptor)
        .Serves<CascadeService>(Proto.CascadeReflection.Descriptor)
        .Serves<WithdrawalsService>(Proto.WithdrawalsReflection.Descriptor)
        .Serves<TraineesService>(Proto.TraineesReflection.Descriptor)
        .Serves<SessionsService>(Proto.SessionsReflection.Descriptor)
        .Serves<AttendanceService>(Proto.AttendanceReflection.Descriptor)
        .Serves<AssessmentsService>(Proto.AssessmentsReflection.Descriptor)
        .Serves<CertificatesService>(Proto.CertificatesReflection.Descriptor)
        .Serves<ActionPlansService>(Proto.ActionPlansReflection.Descriptor)
        .Serves<OutreachService>(Proto.OutreachReflection.Descriptor)
        .Serves<GoodPracticesService>(Proto.GoodPracticesReflection.Descriptor)
        .TakesRows()
        .GivesOut(ExportTables.All)
        .Reads(events => events
            .To<WorkerArrived, OnWorkerArrived>().To<WorkerExited, OnWorkerExited>().To<CrossingsImported, OnCrossingsImported>()
            .To<WorkerReturned, OnWorkerReturned>().To<WorkersReturned, OnWorkersReturned>()
            .To<WorkersMerged, OnWorkersMerged>().To<WorkersUnmerged, OnWorkersUnmerged>())
        .Needs((services, _) =>
        {
            services.AddSingleton(Programmes.FromReference());
            services.AddSingleton(Equivalences.Load());
            services.AddSingleton(AttendanceTerms.Load());
            services.AddSingleton(AssessmentBook.Load());
            services.AddSingleton(ArrivalDeadlines.Load());
            services.AddSingleton<CredentialSigner>();
            services.AddSingleton(IndicatorList.Load()).AddSingleton(SmallCells.Load()).AddSingleton(StatedFigures.Load());
            services.AddScoped<OwnFigures>().AddScoped<PeerFigures>().AddScoped<IndicatorReader>().AddScoped<Cohorts>();
            services.AddHostedService<OverdueMeasures>();
            services.AddSingleton<AttendanceCodes>();
            services.AddSingleton<SignedCertificateLists>();
            services.AddScoped<CertificateKeys>();
            services.AddScoped<CertificateLists>();
            services.AddScoped<PostArrival>();
            services.AddHostedService<LateOrientations>();
        });

    public static Task<int> Main(string[] args) => Service().Run(args);
}
