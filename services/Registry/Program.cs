using Gms.Platform;
using Gms.Registry.Workers;

namespace Gms.Registry;

/// <summary>Who a worker is and where on the journey.</summary>
public static class Program
{
    public static ServiceBuilder<RegistryDb> Service() => new ServiceBuilder<RegistryDb>("Registry", Permissions.Table)
        .Serves<WorkersService>(V1.WorkersReflection.Descriptor);

    public static Task<int> Main(string[] args) => Service().Run(args);
}
