using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gms.Local.Demo;
using Gms.Type.V1;
using Google.Protobuf.Reflection;
using Xunit;

namespace Gms.Journeys;

/// <summary>The services through @grpc/grpc-js: a client that nobody here wrote and that knows only what reflection answers.</summary>
public sealed class InteropTests(WholeSystem whole)
{
    [Fact]
    public async Task Grpc_js_finds_and_drives_every_service_by_reflection()
    {
        var seen = await Run();

        foreach (var service in whole.System.Services.Where(s => s.Service.HasGrpc))
        {
            var answer = seen["services"]![service.Service.Name]!;
            Assert.Equal("SERVING", (string?)answer["health"]);
            Assert.Equal("DEADLINE_EXCEEDED", (string?)answer["late"]);
            Assert.Equal("CANCELLED", (string?)answer["left"]);
            // Without a token nothing is answered but what is public.
            foreach (var (call, refusal) in answer["refused"]!.AsObject())
                Assert.True((string?)refusal!["reason"] is "TOKEN_MISSING" != Public.Contains(call), $"{call}: {refusal.ToJsonString()}");
        }
        Assert.Equal((string?)seen["enrolment"]!["number"], (string?)seen["enrolment"]!["again"]);
        Assert.Equal("Interop Person", (string?)seen["enrolment"]!["name"]);
        Assert.Equal("ID_MALFORMED", (string?)seen["enrolment"]!["wrong"]!["reason"]);
        Assert.Equal(("2", "1", "IMPORT_STATE_DONE"), ((string?)seen["imported"]!["accepted"], (string?)seen["imported"]!["refused"], (string?)seen["imported"]!["state"]));
        Assert.All(["unary", "client", "server"], kind => Assert.True((int?)seen["kinds"]![kind] > 0, kind));    // reflection itself is the fourth, duplex
    }

    /// <summary>The calls that declare themselves public, named as the client names them.</summary>
    static readonly HashSet<string> Public = typeof(AccessReflection).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Reflection", StringComparison.Ordinal))
        .Select(type => (FileDescriptor)type.GetProperty("Descriptor")!.GetValue(null)!)
        .SelectMany(file => file.Services).SelectMany(service => service.Methods)
        .Where(method => method.GetOptions()?.GetExtension(AccessExtensions.Access)?.Scope == Scope.Public)
        .Select(method => $"{method.Service.FullName}/{method.Name}")
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    async Task<JsonNode> Run()
    {
        var folder = Path.Combine(whole.System.State.Folder("grpc-js"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "grpc-js")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        await Tool("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], folder, null);

        var input = new
        {
            services = whole.System.Services.Where(s => s.Service.HasGrpc).ToDictionary(s => s.Service.Name, s => s.Grpc!.Authority),
            token = await whole.Offices.Token(Account.Ministry("LA")),
            import = new { import_id = Guid.NewGuid().ToString(), country = "LA", label = "interop" },
            enrolment = new
            {
                request_id = Guid.NewGuid().ToString(),
                country = "LA",
                names = new[] { new { full = "Interop Person" } },
                birth_date = new { year = 1990 },
                sex = "SEX_MALE",
                document = new { kind = "PASSPORT", issuer = "LA", number = Guid.NewGuid().ToString("N")[..9] },
            },
        };
        return JsonNode.Parse(await Tool("node", ["interop.mjs"], folder, JsonSerializer.Serialize(input)))!;
    }

    static async Task<string> Tool(string program, string[] arguments, string folder, string? input)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        if (input is not null)
            await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program}: {await errors}");
        return output;
    }
}
