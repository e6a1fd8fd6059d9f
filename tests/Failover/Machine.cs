using Gms.Local;

namespace Gms.Failover;

/// <summary>One machine: a network namespace, and a folder for what its programs keep.</summary>
sealed record Machine(string Name, string Namespace, string Address, StateFolder State)
{
    /// <summary>What is put before a command that is to run there.</summary>
    public IReadOnlyList<string> Prefix => ["ip", "netns", "exec", Namespace];

    /// <summary>kill -9 of all programs of these names, as when they crash together.</summary>
    public async Task Kill(CancellationToken cancel, params string[] programs)
    {
        var running = (await Processes(cancel)).Where(pid => programs.Contains(NameOf(pid))).ToList();
        if (running.Count == 0)
            throw new CannotGoOnException($"None of {string.Join(", ", programs)} runs on machine {Name}.");
        await Shell.Run(["kill", "-9", .. running], cancel);
        if (!await Wait.For(() => !running.Any(pid => programs.Contains(NameOf(pid))), TimeSpan.FromSeconds(30), cancel))
            throw new CannotGoOnException($"{string.Join(", ", programs)} on machine {Name} did not end when they were killed.");
    }

    public async Task KillAll(CancellationToken cancel)
    {
        if (!await Wait.For(async stop =>
        {
            var left = await Processes(stop);
            if (left.Count > 0)
                await Shell.Run(["kill", "-9", .. left], stop);
            return left.Count == 0;
        }, TimeSpan.FromSeconds(30), cancel))
            throw new CannotGoOnException($"Programs on machine {Name} could not be ended.");
    }

    async Task<IReadOnlyList<string>> Processes(CancellationToken cancel) =>
        (await Shell.MustRun("Asking what runs on a machine", ["ip", "netns", "pids", Namespace], cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    static string NameOf(string pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/comm").Trim();
        }
        catch (IOException)
        {
            return "";
        }
    }
}
