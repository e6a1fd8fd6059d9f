using System.Security.Cryptography;
using System.Text;
using Gms.Local;

namespace Gms.Containers;

/// <summary>
/// Images that stand in for those that docker-compose.yml names, where none can be pulled: a Debian made by debootstrap, its own PostgreSQL, RabbitMQ
/// and Prometheus, and the .NET runtime of this machine. The services' programs are those of the Release build.
/// </summary>
sealed class StandIns(Engine engine, string checkout, string folder)
{
    const string Debian = "gms-stand-in/debian";
    const string Built = "gms-stand-in/built";

    static readonly string[] Services = [.. Service.All.Select(s => s.Name)];

    public IReadOnlyDictionary<string, string> Settings { get; private set; } = new Dictionary<string, string>();

    string Sources => Path.Combine(checkout, "tests", "Containers", "stand-ins");

    public async Task Make(CancellationToken cancel)
    {
        var all = $"gms-stand-in/all:{Fingerprint(File.ReadAllText(Path.Combine(Sources, "Dockerfile")) + System.Environment.Version)}";
        if (!await engine.Has(all, cancel))
            await MakeAll(all, cancel);
        await engine.Must(cancel, "tag", all, "gms-stand-in/all");
        await engine.Must(cancel, "build", "--quiet", "--file", Path.Combine(Sources, "collector.Dockerfile"), "--tag", "gms-stand-in/collector", Sources);
        await MakeBuilt(cancel);
        Settings = new Dictionary<string, string>
        {
            ["POSTGRES_IMAGE"] = all,
            ["RABBITMQ_IMAGE"] = all,
            ["RABBITMQ_UID"] = "998",
            ["PROMETHEUS_IMAGE"] = all,
            ["COLLECTOR_IMAGE"] = "gms-stand-in/collector",
            ["RUNTIME_IMAGE"] = all,
            ["BUILT"] = Built,
        };
    }

    async Task MakeAll(string image, CancellationToken cancel)
    {
        var context = Empty("stand-ins");
        if (!await engine.Has(Debian, cancel))
        {
            var root = Path.Combine(context, "root");
            await Shell.MustRun("Making a Debian", ["/usr/sbin/debootstrap", "--variant=minbase", "--include=ca-certificates", "bookworm", root], cancel, environment: engine.Environment);
            await Import(root, Debian, cancel);
            Directory.Delete(root, recursive: true);
        }

        var dotnet = Directory.CreateDirectory(Path.Combine(context, "dotnet")).FullName;
        foreach (var part in new[] { "dotnet", "host", "shared" })
            await Shell.MustRun("Copying the .NET runtime", ["cp", "-a", Path.Combine(DotnetRoot, part), dotnet], cancel);
        File.Copy(Path.Combine(Sources, "Dockerfile"), Path.Combine(context, "Dockerfile"));
        await engine.Must(cancel, "build", "--quiet", "--tag", image, context);
        Directory.Delete(context, recursive: true);
    }

    async Task MakeBuilt(CancellationToken cancel)
    {
        var context = Empty("built");
        var app = Directory.CreateDirectory(Path.Combine(context, "app")).FullName;
        foreach (var service in Services)
            await Shell.MustRun($"Copying {service}", ["cp", "-a", Path.Combine(checkout, "artifacts", "bin", $"Gms.{service}", "release"), Path.Combine(app, service)], cancel);
        await Import(context, Built, cancel);
        Directory.Delete(context, recursive: true);
    }

    Task<string> Import(string root, string image, CancellationToken cancel) => Shell.MustRun(
        $"Importing {image}", ["sh", "-c", "tar --numeric-owner -C \"$1\" -c . | docker import - \"$2\"", "sh", root, image], cancel, environment: engine.Environment);

    string Empty(string name)
    {
        var path = Path.Combine(folder, name);
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        return Directory.CreateDirectory(path).FullName;
    }

    static string DotnetRoot => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
