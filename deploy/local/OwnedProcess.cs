using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Gms.Local;

/// <summary>
/// A process that was started here and lives on without us. It is recorded with its start time and the machine's boot,
/// so that another process which got the same number later is never taken for it.
/// </summary>
public sealed class OwnedProcess(StateFolder state, string name)
{
    sealed record Record(int Pid, long StartTicks, string Boot, string? Version);

    string RecordFile => state[Path.Combine("processes", name + ".json")];

    public string Name => name;

    public int? Pid => Running()?.Pid;

    public bool IsRunning => Running() is not null;

    /// <summary>What was told at the start, while it runs.</summary>
    public string? Version => Running()?.Version;

    /// <summary>When it was started, in UTC, while it runs.</summary>
    public DateTime? StartedAt => IsRunning ? File.GetLastWriteTimeUtc(RecordFile) : null;

    /// <summary>Starts the program in a session of its own, so that Ctrl-C in our terminal does not reach it.</summary>
    public void Start(IReadOnlyList<string> command, IReadOnlyDictionary<string, string?> environment, string folder, string? version)
    {
        state.Folder("processes");
        state.Folder("logs");
        const string Redirect = "log=$1; shift; exec \"$@\" </dev/null >>\"$log\" 2>&1";
        var start = new ProcessStartInfo("setsid", ["sh", "-c", Redirect, "sh", state.Log(name), .. command]) { WorkingDirectory = folder };
        foreach (var (variable, value) in environment)
            start.Environment[variable] = value;

        using var process = Process.Start(start) ?? throw new InvalidOperationException("setsid did not start.");
        var record = new Record(process.Id, ProcFile.Read(process.Id)?.StartTicks ?? 0, ProcFile.Boot, version);
        StateFolder.WritePrivate(RecordFile, JsonSerializer.Serialize(record));
    }

    /// <summary>Asks it to end; past the deadline it is killed. True if it ended by itself.</summary>
    public async Task<bool> Stop(Signal signal, TimeSpan deadline, CancellationToken cancel)
    {
        if (Pid is not { } pid)
            return true;
        Send(pid, signal);
        var ended = await Wait.For(() => !IsRunning, deadline, cancel);
        if (!ended)
            await Kill(cancel);
        File.Delete(RecordFile);
        return ended;
    }

    /// <summary>kill -9, for it and its children; returns when they are gone.</summary>
    public async Task Kill(CancellationToken cancel)
    {
        if (Pid is not { } pid)
            return;
        var children = ProcFile.Children(pid);
        Send(pid, Signal.Kill);
        foreach (var child in children.Where(c => c.IsStillThere))
            Send(child.Pid, Signal.Kill);
        await Wait.For(() => !IsRunning && !children.Any(c => c.IsStillThere), TimeSpan.FromSeconds(30), cancel);
    }

    public string LastLogLines(int count) =>
        File.Exists(state.Log(name)) ? string.Join('\n', File.ReadLines(state.Log(name)).TakeLast(count)) : "";

    /// <summary>Waits until it answers; an end before that is told at once, with its last words.</summary>
    public async Task Answers(Func<CancellationToken, Task<bool>> check, TimeSpan deadline, CancellationToken cancel)
    {
        var answered = false;
        await Wait.For(async c => (answered = await check(c)) || !IsRunning, deadline, cancel);
        if (answered)
            return;
        var happened = IsRunning ? $"did not answer within {deadline.TotalSeconds:0} s" : "ended while starting";
        throw new CannotGoOnException($"{name} {happened}. Its log {state.Log(name)} ends with:\n{LastLogLines(15)}");
    }

    /// <summary>Kills all that was started in a folder and left behind.</summary>
    public static async Task KillAll(StateFolder state, CancellationToken cancel)
    {
        if (!Directory.Exists(state["processes"]))
            return;
        foreach (var file in Directory.GetFiles(state["processes"], "*.json"))
        {
            await new OwnedProcess(state, Path.GetFileNameWithoutExtension(file)).Kill(cancel);
            File.Delete(file);
        }
    }

    Record? Running()
    {
        if (!File.Exists(RecordFile))
            return null;
        var record = JsonSerializer.Deserialize<Record>(File.ReadAllText(RecordFile));
        return record is not null && record.Boot == ProcFile.Boot && new ProcFile.Entry(record.Pid, 0, record.StartTicks).IsStillThere
            ? record
            : null;
    }

    static void Send(int pid, Signal signal)
    {
        const int NoSuchProcess = 3;
        if (NativeKill(pid, (int)signal) != 0 && Marshal.GetLastPInvokeError() is var error and not NoSuchProcess)
            throw new CannotGoOnException($"Process {pid} could not be signalled: {Marshal.GetPInvokeErrorMessage(error)}.");
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int NativeKill(int pid, int signal);
}

/// <summary>The signals that are sent here, with Linux's numbers.</summary>
public enum Signal
{
    None = 0,
    Interrupt = 2,
    Quit = 3,
    Kill = 9,
    Terminate = 15,
}
