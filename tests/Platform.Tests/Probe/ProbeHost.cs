using Gms.Testing;
using Gms.Type.V1;
using Microsoft.Extensions.DependencyInjection;

namespace Gms.Platform.Tests.Probe;

/// <summary>The probing service. Without a broker when none is given; on a database of its own when none is given.</summary>
public class ProbeHost(Uri? broker = null, TestDatabase? database = null, string name = "Probe", params IEnumerable<KeyValuePair<string, string?>> settings)
    : ServiceHost<ProbeDb>(Build(name, broker is not null), database)
{
    public ProbeScript Script { get; } = new();

    public Gms.Probe.V1.Probes.ProbesClient Officer => new(As(A.Officer, "enrolment"));

    protected override IEnumerable<KeyValuePair<string, string?>> Settings => broker is null ? settings : [.. settings, new("Broker:Address", broker.ToString())];

    protected override void Replace(IServiceCollection services) => services.AddSingleton(Script);

    static ServiceBuilder<ProbeDb> Build(string name, bool reads)
    {
        var service = new ServiceBuilder<ProbeDb>(name, new()
        {
            ["probes.add"] = [Role.MinistryOfficer],
            ["work-items.read"] = [Role.MinistryOfficer],
            ["work-items.decide"] = [Role.MinistryOfficer],
            ["probes.read"] = [Role.MinistryOfficer, Grant.ToService("recruitment", Purpose.Complaint)],
            ["imports.read"] = [Role.MinistryOfficer],
            ["exports.read"] = [Role.MinistryOfficer, Role.AgencyOfficer, Role.Worker],
        }).Serves<ProbesService>(Gms.Probe.V1.ProbesReflection.Descriptor).TakesRows().GivesOut(ProbeExports.All);
        return reads ? service.Reads(r => r.To<Events.Registry.WorkerEnrolled, OnWorkerEnrolled>().ToMany<Events.IWorkerEvent, OnWorkerEvents>()) : service;
    }
}

/// <summary>The probing service, for a class of tests that needs no broker.</summary>
public sealed class ProbeAlone() : ProbeHost(null);
