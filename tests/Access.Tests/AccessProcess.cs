using System.Diagnostics;
using Gms.Access.Demonstration;
using Gms.Platform;
using Gms.Testing;
using Xunit;

namespace Gms.Access.Tests;

/// <summary>Access as it is started in life: its own process, its own settings, the demonstration loaded by its verb.</summary>
public sealed class AccessProcess : IAsyncLifetime
{
    public const string Redirect = "http://127.0.0.1:9/signed-in", SignedOut = "http://127.0.0.1:9/signed-out";

    readonly string _folder = Directory.CreateTempSubdirectory("gms-test").FullName;
    TestDatabase? _database;
    Process? _process;

    public string Issuer { get; } = $"http://127.0.0.1:{OpenIdHost.FreePort()}";

    internal DemonstrationSignIn SignIn(string account) => new SignInsFile(Path.Combine(_folder, "sign-ins.json")).Read()[account];

    public static string Secret(string client) => $"the secret of {client} + 100 %";

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Make();
        foreach (var client in new[] { "registry", "portal" })
            await File.WriteAllTextAsync(Path.Combine(_folder, client + ".secret"), Secret(client));
        await Verb("schema");
        await Verb("demonstration");
        _process = Start();
        await WaitUntilItAnswers();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
        if (_database is not null)
            await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task<(int Code, string Output, string Errors)> Run(ProcessStartInfo start, string input = "")
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    async Task Verb(string verb)
    {
        var (code, _, errors) = await Run(Program(verb));
        Assert.True(code == 0, errors);
    }

    Process Start()
    {
        var start = Program();
        start.RedirectStandardOutput = true;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    ProcessStartInfo Program(params string[] arguments) => new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Gms.Access.dll"), .. arguments])
    {
        Environment =
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["Grpc__Address"] = $"http://127.0.0.1:{OpenIdHost.FreePort()}",
            ["Web__Address"] = Issuer,
            ["Database__App"] = _database!.AppConnection,
            ["Database__Steps"] = _database.StepsConnection,
            ["Access__Issuer"] = Issuer,
            ["Access__ClientSecretsFolder"] = _folder,
            ["Access__PortalRedirects"] = Redirect,
            ["Access__PortalSignedOutRedirects"] = SignedOut,
            ["Access__SignInsFile"] = Path.Combine(_folder, "sign-ins.json"),
            ["Keys__Folder"] = Path.Combine(_folder, "keys"),
            ["Seals__Folder"] = _folder,
        },
    };

    async Task WaitUntilItAnswers()
    {
        using var http = new HttpClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            try
            {
                (await http.GetAsync(Issuer + "/.well-known/openid-configuration", patience.Token)).EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (!_process!.HasExited)
            {
                await again.WaitForNextTickAsync(patience.Token);
            }
        }
    }
}
