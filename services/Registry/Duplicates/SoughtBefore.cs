namespace Gms.Registry.Duplicates;

/// <summary>Those whom the earlier pieces of a dry run would have put on record, by the keys under which they would lie.</summary>
sealed class SoughtBefore
{
    /// <summary>About two kilobytes each. Beyond it the earliest of a file are not compared with the latest; the import itself compares all.</summary>
    const int Most = 50_000;

    readonly Dictionary<long, Sought> _people = [];
    readonly Dictionary<long, List<long>> _lying = [];
    long _next;

    public static SoughtBefore Nobody { get; } = new();

    public void Add(IEnumerable<Sought> people)
    {
        foreach (var person in people)
        {
            if (_people.Remove(_next - Most, out var earliest))
                Forget(earliest, _next - Most);
            foreach (var key in person.Lying)
                (_lying.TryGetValue(key, out var there) ? there : _lying[key] = []).Add(_next);
            _people[_next++] = person;
        }
    }

    /// <summary>Those who share a key, those who share the most first.</summary>
    public IEnumerable<Sought> SharingKeys(Sought person, int most) => _people.Count == 0
        ? []
        : person.Asked.SelectMany(key => _lying.GetValueOrDefault(key) ?? []).CountBy(other => other).OrderByDescending(shared => shared.Value).Take(most).Select(shared => _people[shared.Key]);

    void Forget(Sought person, long place)
    {
        foreach (var key in person.Lying)
            if (_lying[key] is var there && there.Remove(place) && there.Count == 0)
                _lying.Remove(key);
    }
}
