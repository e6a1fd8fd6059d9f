namespace Gms.Local;

/// <summary>One of the system's services: its names, and whether it answers gRPC calls, web requests or both.</summary>
public sealed record Service(int Number, string Name, string Database, bool HasGrpc, bool HasWeb)
{
    /// <summary>In the order in which they are shown.</summary>
    public static IReadOnlyList<Service> All { get; } =
    [
        new(0, "Access", "access", HasGrpc: true, HasWeb: true),
        new(1, "Registry", "registry", HasGrpc: true, HasWeb: false),
        new(2, "Recruitment", "recruitment", HasGrpc: true, HasWeb: false),
        new(3, "SocialSecurity", "social_security", HasGrpc: true, HasWeb: false),
        new(4, "DepartureOrientation", "departure_orientation", HasGrpc: true, HasWeb: false),
        new(5, "Reintegration", "reintegration", HasGrpc: true, HasWeb: false),
        new(6, "Portal", "portal", HasGrpc: false, HasWeb: true),
    ];

    public static Service Access => All[0];

    public static Service Portal => All[6];

    /// <summary>Its name as a client of Access.</summary>
    public string ClientId => Database.Replace('_', '-');

    public bool IsIn(string checkout) => File.Exists(Path.Combine(checkout, "services", Name, $"Gms.{Name}.csproj"));

    public string Program(string checkout) => Path.Combine(checkout, "artifacts", "bin", $"Gms.{Name}", "release", $"Gms.{Name}.dll");
}
