using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Gms.Local;

/// <summary>Shows steps as they run: live in a terminal, as plain lines elsewhere. Steps may run side by side.</summary>
public sealed class Steps
{
    readonly ProgressContext? _live;
    readonly TextWriter? _plain;
    readonly long _started = Stopwatch.GetTimestamp();

    Steps(ProgressContext? live, TextWriter? plain) => (_live, _plain) = (live, plain);

    /// <summary>Says nothing; for tests.</summary>
    public static Steps Silent { get; } = new(null, null);

    public static async Task Show(Func<Steps, Task> work)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive || Console.IsOutputRedirected)
        {
            await work(new Steps(null, Console.Out));
            return;
        }

        await AnsiConsole.Progress()
            .AutoClear(false)
            .Columns(new SpinnerColumn { CompletedText = "[green]✓[/]" }, new TaskDescriptionColumn { Alignment = Justify.Left }, new ElapsedTimeColumn())
            .StartAsync(context => work(new Steps(context, null)));
    }

    /// <summary>Runs one step. The work may tell how far it is by the action handed to it.</summary>
    public async Task Run(string name, Func<Action<string>, Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        var line = _live?.AddTask(Markup.Escape(name), autoStart: true).IsIndeterminate();
        Say($"… {name}");
        try
        {
            await work(progress => line?.Description($"{Markup.Escape(name)} [grey]{Markup.Escape(progress)}[/]"));
        }
        catch
        {
            line?.Description($"[red]{Markup.Escape(name)}: failed[/]").StopTask();
            Say($"✗ {name}: failed");
            throw;
        }

        if (line is not null)
            line.IsIndeterminate(false).Description(Markup.Escape(name)).Value = line.MaxValue;
        line?.StopTask();
        Say($"✓ {name} ({Seconds(Stopwatch.GetElapsedTime(started))})");
    }

    public Task Run(string name, Func<Task> work) => Run(name, _ => work());

    void Say(string text)
    {
        if (_plain is null)
            return;
        lock (_plain)
            _plain.WriteLine($"{Seconds(Stopwatch.GetElapsedTime(_started)),8} {text}");
    }

    static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
}
