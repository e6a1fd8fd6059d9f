using Gms.ErrorQueues.V1;
using Gms.Portal.Sessions;
using Grpc.Core;

namespace Gms.Portal.Administration;

/// <summary>What one service's handlers gave up on.</summary>
/// <param name="Service">The service.</param>
/// <param name="Queues">Its queues that hold something; null when it did not say.</param>
sealed record ServiceErrors(AdministeredService Service, IReadOnlyList<ErrorQueue>? Queues)
{
    /// <summary>Asks every service at the same time, each once. One that does not answer is named and keeps the others from nobody.</summary>
    public static Task<ServiceErrors[]> OfAll(Services services) => Task.WhenAll(AdministeredService.All.Select(service => Of(services, service)));

    static async Task<ServiceErrors> Of(Services services, AdministeredService service)
    {
        try
        {
            return new(service, (await new Gms.ErrorQueues.V1.ErrorQueues.ErrorQueuesClient(services.To(service.Name, AdministeredService.Purpose)).ListErrorsAsync(new())).Queues);
        }
        catch (RpcException failure) when (failure.StatusCode is not (StatusCode.PermissionDenied or StatusCode.Unauthenticated))
        {
            return new(service, null);
        }
    }
}

/// <summary>A service that reads events, by its name as a peer and by that of its texts.</summary>
sealed record AdministeredService(string Name, string Client)
{
    public const string Purpose = "administration";

    public static IReadOnlyList<AdministeredService> All { get; } =
    [
        new("Registry", "registry"),
        new("Recruitment", "recruitment"),
        new("SocialSecurity", "social-security"),
        new("DepartureOrientation", "departure-orientation"),
        new("Reintegration", "reintegration"),
        new("Access", "access"),
    ];

    public static AdministeredService? Find(string name) => All.SingleOrDefault(s => s.Name == name);
}
