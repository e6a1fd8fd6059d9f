using System.Diagnostics;

namespace Gms.Local;

/// <summary>One service as a process of its own.</summary>
public sealed class ServiceProcess(StateFolder state, Service service, string program, Func<IReadOnlyDictionary<string, string?>> environment, Func<Uri?> grpc, Func<Uri?> web)
{
    static readonly TimeSpan _startDeadline = TimeSpan.FromSeconds(120);
    static readonly TimeSpan _stopDeadline = TimeSpan.FromSeconds(45);

    readonly OwnedProcess _process = new(state, service.ClientId);

    public Service Service => service;

    public Uri? Grpc => grpc();

    public Uri? Web => web();

    public bool IsRunning => _process.IsRunning;

    public int? ProcessId => _process.Pid;

    public string? Version => _process.Version;

    public string LogFile => state.Log(service.ClientId);

    /// <summary>Runs, but from a program that has been built anew since.</summary>
    public bool IsOutdated => _process.StartedAt is { } started
        && Directory.EnumerateFiles(Path.GetDirectoryName(Program)!, "*.dll").Any(file => File.GetLastWriteTimeUtc(file) > started);

    /// <summary>Applies the steps that its database still lacks.</summary>
    public async Task ApplySchema(CancellationToken cancel)
    {
        var result = await Shell.Run(
            ["dotnet", Program, "schema"], cancel, Path.GetDirectoryName(Program), environment());
        state.Folder("logs");
        await File.AppendAllTextAsync(LogFile, result.Output, cancel);
        if (!result.Ok)
            throw new CannotGoOnException($"The schema steps of {service.Name} failed (log: {LogFile}):\n{result.LastLines(15)}");
    }

    /// <summary>Runs one of the program's other verbs to its end, for example demonstration.</summary>
    public async Task RunVerb(string verb, CancellationToken cancel)
    {
        var result = await TryVerb(verb, cancel);
        if (!result.Ok)
            throw new CannotGoOnException($"`{verb}` of {service.Name} failed:\n{result.LastLines(15)}");
    }

    /// <summary>As <see cref="RunVerb"/>, for a verb whose failure is an answer.</summary>
    public Task<Shell.Result> TryVerb(string verb, CancellationToken cancel) =>
        Shell.Run(["dotnet", Program, verb], cancel, Path.GetDirectoryName(Program), environment());

    /// <summary>Starts it if it is not running; does not wait.</summary>
    public void Start()
    {
        if (!IsRunning)
            _process.Start(["dotnet", Program], environment(), Path.GetDirectoryName(Program)!, FileVersionInfo.GetVersionInfo(Program).ProductVersion?.Split('+')[0]);
    }

    public Task WaitUntilHealthy(CancellationToken cancel) => _process.Answers(IsHealthy, _startDeadline, cancel);

    /// <summary>Asks it to end by SIGTERM; true if it did so in time, so that no accepted work was cut off.</summary>
    public Task<bool> Stop(CancellationToken cancel) => _process.Stop(Signal.Terminate, _stopDeadline, cancel);

    /// <summary>kill -9.</summary>
    public Task Kill(CancellationToken cancel) => _process.Kill(cancel);

    public Task<bool> IsHealthy(CancellationToken cancel) =>
        IsRunning ? ServiceHealth.IsServing(service, (Grpc ?? Web)!, cancel) : Task.FromResult(false);

    string Program => File.Exists(program)
        ? program
        : throw new CannotGoOnException($"{program} is missing. Build first: dotnet build Registry.sln -c Release");
}
