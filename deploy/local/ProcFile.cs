using System.Globalization;

namespace Gms.Local;

/// <summary>What /proc tells of processes.</summary>
static class ProcFile
{
    /// <summary>A process as it was seen; its number and start time together name it for as long as the machine is up.</summary>
    public sealed record Entry(int Pid, int Parent, long StartTicks)
    {
        public bool IsStillThere => Read(Pid)?.StartTicks == StartTicks;
    }

    public static string Boot { get; } = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();

    /// <summary>Null when there is no such process, or only its remains that nobody has collected yet.</summary>
    public static Entry? Read(int pid)
    {
        if (ReadStat(pid) is not { } stat)
            return null;

        // The second field is the program's name in brackets and may itself hold blanks and brackets.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields[0] is "Z" or "X"
            ? null
            : new Entry(pid, int.Parse(fields[1], CultureInfo.InvariantCulture), long.Parse(fields[19], CultureInfo.InvariantCulture));
    }

    /// <summary>All below a process, nearest first.</summary>
    public static IReadOnlyList<Entry> Children(int pid)
    {
        var all = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), out var number) ? Read(number) : null)
            .OfType<Entry>()
            .ToLookup(entry => entry.Parent);
        return [.. Below(pid)];

        IEnumerable<Entry> Below(int parent) => all[parent].SelectMany(child => Below(child.Pid).Prepend(child));
    }

    /// <summary>The processes whose current folder this is.</summary>
    public static IEnumerable<int> WorkingIn(string folder) =>
        Directory.EnumerateDirectories("/proc")
            .Where(process => int.TryParse(Path.GetFileName(process), out _) && CurrentFolder(process) == folder)
            .Select(process => int.Parse(Path.GetFileName(process), CultureInfo.InvariantCulture));

    // Null for a process that is gone, or that is somebody else's.
    static string? CurrentFolder(string process)
    {
        try
        {
            return new FileInfo(Path.Combine(process, "cwd")).LinkTarget;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    static string? ReadStat(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/stat");
        }
        catch (IOException)
        {
            return null;
        }
    }
}
