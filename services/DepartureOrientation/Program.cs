using Gms.DepartureOrientation.Arrivals;
using Gms.DepartureOrientation.Assessments;
using Gms.DepartureOrientation.Attendance;
using Gms.DepartureOrientation.Certificates;
using Gms.DepartureOrientation.Curricula;
using Gms.DepartureOrientation.Institutions;
using Gms.DepartureOrientation.Sessions;
using Gms.DepartureOrientation.Trainers;
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
        .Serves<SessionsService>(Proto.SessionsReflection.Descriptor)
        .Serves<AttendanceService>(Proto.AttendanceReflection.Descriptor)
        .Serves<AssessmentsService>(Proto.AssessmentsReflection.Descriptor)
        .Serves<CertificatesService>(Proto.CertificatesReflection.Descriptor)
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
            services.AddSingleton<AttendanceCodes>();
            services.AddSingleton<SignedCertificateLists>();
            services.AddScoped<CertificateKeys>();
            services.AddScoped<CertificateLists>();
            services.AddScoped<PostArrival>();
            services.AddHostedService<LateOrientations>();
        });

    public static Task<int> Main(string[] args) => Service().Run(args);
}
