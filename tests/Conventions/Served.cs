using System.Reflection;
using Gms.Platform;
using Google.Protobuf.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Configuration;
using Registered = Microsoft.Extensions.DependencyInjection.ServiceDescriptor;

namespace Gms.Conventions;

/// <summary>One service of the registry as its Program.cs declares it. Found by its folder; nothing lists the services by hand.</summary>
sealed record Served(string Name, string Client, Assembly Assembly, PermissionTable Permissions, IReadOnlyList<FileDescriptor> Files, IReadOnlyList<System.Type> Handlers, Lazy<IReadOnlyList<Registered>> Container,
    IReadOnlyList<ExportTable> Exports, Lazy<IModel> Model)
{
    public static IReadOnlyList<Served> All { get; } = [.. Checkout.Files("Program.cs", "services").Where(file => Checkout.Read(file).Contains("ServiceBuilder<", StringComparison.Ordinal)).Select(Folder).Select(Find)];

    /// <summary>The proto services that every service serves, through Platform.</summary>
    public static IReadOnlyList<ServiceDescriptor> ByEveryService { get; } =
        [.. SharedCalls.Files.SelectMany(f => f.Services)];

    public IEnumerable<ServiceDescriptor> Nouns => Files.SelectMany(f => f.Services);

    /// <summary>Calls that stand in services/Platform and are served by every service that has something for them.</summary>
    public static readonly IReadOnlyList<FileDescriptor> FromPlatform = [Gms.Events.V1.EventsReflection.Descriptor, Gms.Imports.V1.ImportsReflection.Descriptor, Gms.Exports.V1.ExportsReflection.Descriptor];

    public IEnumerable<MethodDescriptor> OwnCalls => Calls.Where(c => !FromPlatform.Contains(c.File));

    public IEnumerable<MethodDescriptor> Calls => Nouns.SelectMany(s => s.Methods);

    public IEnumerable<MessageDescriptor> Requests => Calls.Select(c => c.InputType).Distinct();

    /// <summary>The events that a handler reads; a handler of a shared contract reads every event that keeps it.</summary>
    public IEnumerable<(System.Type Handler, System.Type Event)> Reads => Handlers.SelectMany(handler => handler.GetInterfaces()
        .Where(i => i.IsGenericType && (i.GetGenericTypeDefinition() == typeof(IHandle<>) || i.GetGenericTypeDefinition() == typeof(IHandleMany<>)))
        .Select(i => (handler, i.GenericTypeArguments[0])));

    static string Folder(string program) => Path.GetFileName(Path.GetDirectoryName(program)!);

    static Served Find(string folder)
    {
        var assembly = Assembly.Load("Gms." + folder);
        var method = assembly.GetType($"Gms.{folder}.Program", throwOnError: true)!.GetMethod("Service", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static, [])
            ?? throw new MissingMethodException($"services/{folder}/Program.cs has no Service().");
        return Of((dynamic)Made(), (Func<dynamic>)Made);

        object Made() => method.Invoke(null, null)!;
    }

    static Served Of<TDb>(ServiceBuilder<TDb> service, Func<dynamic> another) where TDb : ServiceDb =>
        new(service.Identity.Name, service.Identity.Client, typeof(TDb).Assembly, service.Permissions, [.. service.Files], [.. service.Subscriptions.Handlers.Distinct()], new(() => Built(another())),
            [.. service.Exports], new(Mapped.Of<TDb>));

    /// <summary>Builds the service as its process does, without starting it, and shows what its container holds.</summary>
    static IReadOnlyList<Registered> Built<TDb>(ServiceBuilder<TDb> service) where TDb : ServiceDb
    {
        var folder = Directory.CreateTempSubdirectory("gms-conventions").FullName;
        IReadOnlyList<Registered> container = [];
        try
        {
            var app = service.Build(["--environment=Development"], configuration => configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Grpc:Address"] = "http://127.0.0.1:0",
                ["Web:Address"] = "http://127.0.0.1:0",
                ["Database:App"] = "Host=127.0.0.1;Port=1;Database=none",
                ["Access:Issuer"] = "http://127.0.0.1:1",
                ["Keys:Folder"] = Path.Combine(folder, "keys"),
                ["Keys:Create"] = "true",
                ["Seals:Folder"] = folder,
                ["Access:ClientSecretsFolder"] = folder,
            }), services => container = [.. services]);
            ((IDisposable)app).Dispose();
            return container;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
