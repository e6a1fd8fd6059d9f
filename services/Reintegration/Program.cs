using Gms.Events.Registry;
using Gms.Platform;
using Gms.Reintegration.Cases;
using Gms.Reintegration.Plans;
using Microsoft.Extensions.DependencyInjection;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration;

/// <summary>What helps a worker who came back.</summary>
public static class Program
{
    public static ServiceBuilder<ReintegrationDb> Service() => new ServiceBuilder<ReintegrationDb>("Reintegration", Permissions.Table)
        .Serves<CasesService>(Proto.CasesReflection.Descriptor)
        .Serves<PlansService>(Proto.PlansReflection.Descriptor)
        .GivesOut(ExportTables.All)
        .Reads(events => events.To<WorkerReturned, OnWorkerReturned>().To<WorkersReturned, OnWorkersReturned>().To<WorkersMerged, OnWorkersMerged>().To<WorkersUnmerged, OnWorkersUnmerged>())
        .Needs((services, _) => services.AddSingleton(Offers.FromReference()));

    public static Task<int> Main(string[] args) => Service().Run(args);
}
