using System.Net;
using System.Text.Json;
using Gms.Local.Demo;

namespace Gms.Local.Verbs;

/// <summary><c>up [--detach]</c>: from an empty checkout to the running system.</summary>
static class Up
{
    public static async Task<int> Run(LocalSystem system, bool detach, IPAddress address, CancellationToken cancel)
    {
        var authority = new LocalAuthority(system.State);
        system.Https = authority.Certify(address);
        try
        {
            await Steps.Show(steps => Start(system, steps, cancel));
        }
        catch (Exception) when (!detach || cancel.IsCancellationRequested)
        {
            await Down.Run(system, CancellationToken.None);
            throw;
        }

        await Tell(system, authority, detach, cancel);
        return detach ? 0 : await Foreground.Watch(system, cancel);
    }

    static async Task Start(LocalSystem system, Steps steps, CancellationToken cancel)
    {
        await Prepare(system, steps, cancel);
        if (system.Services.Any(service => service.IsOutdated)) // built since, by a test run for example
            await steps.Run("Services of the former build stop", () => system.StopServices(cancel));
        await system.Start(steps, cancel);
        await Demonstration.AfterStart(system, steps, cancel);
    }

    /// <summary>Installs and builds what is not there yet.</summary>
    public static async Task Prepare(LocalSystem system, Steps steps, CancellationToken cancel)
    {
        var build = Build.IsNeeded(system.Checkout) ? BuildAgain() : Task.CompletedTask;
        var install = Debian.Missing(forTests: false) is { Count: > 0 } missing
            ? steps.Run($"Installing {string.Join(", ", missing)}", () => Debian.Install(missing, cancel))
            : Task.CompletedTask;
        await Task.WhenAll(build, install);

        // A running service must not have its program replaced under it.
        async Task BuildAgain()
        {
            if (system.Services.Any(service => service.IsRunning))
                await steps.Run("The source changed: services stop", () => system.StopServices(cancel));
            await steps.Run("Building", progress => Build.Release(system.Checkout, progress, cancel));
        }
    }

    static async Task Tell(LocalSystem system, LocalAuthority authority, bool detach, CancellationToken cancel)
    {
        Console.WriteLine();
        Status.Print(await system.Status(cancel));
        Console.WriteLine("Access has two addresses: the first takes calls (gRPC), the second is for browsers and tokens.");
        await ByHttps(system, authority, cancel);
        SignIns(system.State[Path.Combine("secrets", "sign-ins.json")]);
        foreach (var journey in Demonstration.Kept(system))
            Demonstration.Print(journey);
        WorkersSignIn(system);
        Console.WriteLine();
        Console.WriteLine($"Logs: {system.State["logs"]}");
        Console.WriteLine(detach ? "Stop with: ./registry down" : "Running. Ctrl-C stops everything.");
    }

    /// <summary>Cameras and the check without a network want https, and a telephone comes by no other way.</summary>
    static async Task ByHttps(LocalSystem system, LocalAuthority authority, CancellationToken cancel)
    {
        if (system.Https is not { } https)
            return;
        Console.WriteLine();
        if (!await Ping.CanConnect(https.Address, system.Ports.Https(Service.Portal), cancel))
        {
            Console.WriteLine($"The Portal was started before without https at {https.Address}: ./registry down, then ./registry up --address {https.Address}.");
            return;
        }
        Console.WriteLine($"The Portal by https: https://{https.Hosts.Last()}:{system.Ports.Https(Service.Portal)}");
        Console.WriteLine($"A browser or telephone trusts it once {authority.CertificateFile} is imported there as an authority.");
        if (IPAddress.IsLoopback(https.Address))
            Console.WriteLine("For a telephone in the same network: ./registry down, then ./registry up --address <this machine's address there>");
    }

    /// <summary>A worker has no password: the code that would go to the telephone is written down.</summary>
    static void WorkersSignIn(LocalSystem system)
    {
        if (Demonstration.Kept(system) is not [var first, ..])
            return;
        Console.WriteLine();
        Console.WriteLine($"Sign in as a worker: {system["Portal"].Web!.GetLeftPart(UriPartial.Authority)}/sign-in/worker with the number {first.WorkerNumber}.");
        Console.WriteLine($"The code that would be sent is then in the newest file of {ServiceSettings.MessagesFolder(system.State)}");
        Console.WriteLine($"Sign in as her ministry: {system["Portal"].Web!.GetLeftPart(UriPartial.Authority)} as {Account.Ministry("LA")}, password above, and look up {first.WorkerNumber}.");
    }

    static void SignIns(string file)
    {
        if (!File.Exists(file))
            return;
        Console.WriteLine();
        Console.WriteLine($"Sign in as (kept in {file})");
        foreach (var account in JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray())
            Console.WriteLine($"  {account.GetProperty("account").GetString(),-28} {account.GetProperty("password").GetString(),-26} {account.GetProperty("organisation").GetString()}");
    }
}
