using System.Buffers;
using System.Collections;
using System.Globalization;

namespace Gms.Platform;

/// <summary>Writes rows as the lines of a file.</summary>
abstract class RowWriter
{
    /// <summary>What stands before the first row.</summary>
    public abstract void Begin(IBufferWriter<byte> file);

    /// <param name="file">Where to.</param>
    /// <param name="cells">One for each name: null, text, bool, long, or an array of text.</param>
    public abstract void Write(IBufferWriter<byte> file, IReadOnlyList<object?> cells);

    /// <summary>A value as it stands in a file, whatever its form.</summary>
    public static object? Cell(object? value) => value switch
    {
        null or string or bool or long => value,
        int number => (long)number,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
        Guid or Enum or PartialDate => value.ToString(),
        IEnumerable several => several.Cast<object>().Select(item => (string)Cell(item)!).ToArray(),
        _ => throw new InvalidOperationException($"A {value.GetType().Name} has no form in an export."),
    };
}
