using System.Globalization;
using System.Runtime.CompilerServices;
using Gms.Registry.Workers;

namespace Gms.Registry.Duplicates;

/// <summary>The text of a key, hashed as it is written and never made: a person has some fifty, and an import has thousands of people in a second.</summary>
[InterpolatedStringHandler]
ref struct KeyText
{
    ulong _hash = 14695981039346656037UL;

#pragma warning disable IDE0060, CA1801 // The compiler passes both.
    public KeyText(int literalLength, int formattedCount)
    {
    }
#pragma warning restore IDE0060, CA1801

    public readonly long Hash
    {
        get
        {
            var mixed = (_hash ^ (_hash >> 32)) * 0x9E3779B97F4A7C15UL;
            return (long)(mixed ^ (mixed >> 29));
        }
    }

    public void AppendLiteral(string text) => AppendFormatted(text.AsSpan());

    public void AppendFormatted(string text) => AppendFormatted(text.AsSpan());

    public void AppendFormatted(Sex sex) => AppendFormatted(sex.ToString().AsSpan());

    public void AppendFormatted(long number)
    {
        Span<char> digits = stackalloc char[20];
        number.TryFormat(digits, out var written, default, CultureInfo.InvariantCulture);
        AppendFormatted(digits[..written]);
    }

    public void AppendFormatted(char letter) => _hash = (_hash ^ letter) * 1099511628211UL;

    public void AppendFormatted(scoped ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
            AppendFormatted(letter);
    }
}
