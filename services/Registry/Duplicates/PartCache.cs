using System.Collections.Concurrent;

namespace Gms.Registry.Duplicates;

/// <summary>Parts of names already worked out. Full, it begins anew.</summary>
sealed class PartCache
{
    const int Most = 100_000;

    readonly ConcurrentDictionary<(string Script, string Text), NamePart> _parts = new();

    public NamePart GetOrAdd((string Script, string Text) key, Func<(string Script, string Text), NamePart> make)
    {
        if (_parts.TryGetValue(key, out var known))
            return known;
        if (_parts.Count >= Most)
            _parts.Clear();
        return _parts.GetOrAdd(key, make);
    }
}
