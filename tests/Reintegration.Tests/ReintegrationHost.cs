using Gms.Platform;
using Gms.Testing;
using Gms.Registry.V1;

namespace Gms.Reintegration.Tests;

/// <summary>The service on a database of its own, beside a Registry that knows every worker number but <see cref="A.UnknownWorker"/>.</summary>
public sealed class ReintegrationHost : ServiceHost<ReintegrationDb>
{
    public const string Confirm = "/gms.registry.v1.Workers/ConfirmWorker";

    public ReintegrationHost() : base(Program.Service()) => RegistryIsUp();

    public void RegistryIsUp() => Peers.Answer(Confirm, (ConfirmWorkerRequest asked) => asked.WorkerNumber == A.UnknownWorker
        ? new ConfirmWorkerResponse()
        : new() { Exists = true, WorkerNumber = asked.WorkerNumber, Country = WorkerNumber.CountryOf(asked.WorkerNumber) });
}
