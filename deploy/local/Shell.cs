using System.Diagnostics;
using System.Text;

namespace Gms.Local;

/// <summary>Runs a program to its end.</summary>
public static class Shell
{
    /// <summary>The end of one program: its code and what it printed, both streams in order of arrival.</summary>
    public sealed record Result(int Code, string Output)
    {
        public bool Ok => Code == 0;

        public string LastLines(int count) => string.Join('\n', Output.TrimEnd().Split('\n').TakeLast(count));
    }

    public static async Task<Result> Run(
        IReadOnlyList<string> command,
        CancellationToken cancel,
        string? folder = null,
        IReadOnlyDictionary<string, string?>? environment = null,
        Action<string>? onLine = null)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(command[0], command.Skip(1))
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = folder ?? "/",
            },
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            process.StartInfo.Environment[name] = value;

        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new Result(process.ExitCode, output.ToString());

        void Take(string? line)
        {
            if (line is null)
                return;
            lock (output)
                output.AppendLine(line);
            onLine?.Invoke(line);
        }
    }

    /// <summary>As <see cref="Run"/>, and a failure is told with the program's last words.</summary>
    public static async Task<string> MustRun(
        string what,
        IReadOnlyList<string> command,
        CancellationToken cancel,
        string? folder = null,
        IReadOnlyDictionary<string, string?>? environment = null)
    {
        var result = await Run(command, cancel, folder, environment);
        return result.Ok
            ? result.Output
            : throw new CannotGoOnException($"{what} failed ({Path.GetFileName(command[0])} ended with {result.Code}):\n{result.LastLines(15)}");
    }

    /// <summary>Where on the PATH a program is, or null.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin").Split(':')
            .Concat(["/usr/sbin", "/sbin"])
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
