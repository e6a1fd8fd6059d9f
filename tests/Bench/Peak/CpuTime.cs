using System.Diagnostics;
using System.Globalization;
using Gms.Local;

namespace Gms.Bench.Peak;

/// <summary>The processor time that each part of the system took: what a departure costs, whatever else the machine did meanwhile.</summary>
sealed class CpuTime(LocalSystem system)
{
    /// <summary>Linux counts in hundredths of a second.</summary>
    const double TicksPerMillisecond = 0.1;

    IReadOnlyDictionary<string, double> _begun = new Dictionary<string, double>();

    public void Begin() => _begun = Read();

    /// <summary>Milliseconds of each part since the beginning.</summary>
    public IReadOnlyDictionary<string, double> Taken() => Read().ToDictionary(part => part.Key, part => part.Value - _begun.GetValueOrDefault(part.Key));

    Dictionary<string, double> Read()
    {
        var parts = new Dictionary<string, double> { ["the generator"] = Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds };
        var services = system.Services.Where(s => s.ProcessId is not null).ToDictionary(s => s.ProcessId!.Value, s => s.Service.Name);
        foreach (var process in Processes())
        {
            var part = services.GetValueOrDefault(process.Id)
                ?? (process.Command.StartsWith("postgres", StringComparison.Ordinal) || process.Command.Contains("/postgres", StringComparison.Ordinal) ? IsOurs(process) ? "PostgreSQL" : null
                    : process.Command.Contains("beam", StringComparison.Ordinal) && IsOurs(process) ? "RabbitMQ" : null);
            if (part is not null)
                parts[part] = parts.GetValueOrDefault(part) + process.Milliseconds;
        }
        return parts;
    }

    /// <summary>Its own command line or its parent's names the folder of this system.</summary>
    bool IsOurs(OneProcess process) => Command(process.Id).Contains(system.State.Root, StringComparison.Ordinal) || Command(process.Parent).Contains(system.State.Root, StringComparison.Ordinal);

    static IEnumerable<OneProcess> Processes()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) || Stat(folder) is not { } stat)
                continue;
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            double Ticks(int field) => double.Parse(fields[field], CultureInfo.InvariantCulture);
            yield return new(id, int.Parse(fields[1], CultureInfo.InvariantCulture), Command(id), (Ticks(11) + Ticks(12)) / TicksPerMillisecond);
        }
    }

    static string? Stat(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "stat"));
        }
        catch (IOException)
        {
            return null;    // it ended meanwhile
        }
    }

    static string Command(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Replace('\0', ' ');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    sealed record OneProcess(int Id, int Parent, string Command, double Milliseconds);
}
