namespace Gms.Population;

/// <summary>A name of several words, each in both scripts.</summary>
/// <param name="Family">Null where the country has none.</param>
public sealed record MadeName(Word? Family, IReadOnlyList<Word> Given, NameOrder Order)
{
    public IReadOnlyList<Word> Words => Family is null ? Given : Order is NameOrder.FamilyFirst ? [Family, .. Given] : [.. Given, Family];

    public string Latin => string.Join(' ', Words.Select(w => w.Latin));
}

/// <summary>A document somebody holds.</summary>
public sealed record HeldDocument(string Kind, string Issuer, string Number);

/// <summary>Somebody of a population, as the person is. What an office writes of it is an <see cref="Entry"/>.</summary>
public sealed record Person
{
    public required long Index { get; init; }
    public required string Country { get; init; }
    public required bool IsFemale { get; init; }
    public required MadeName Name { get; init; }
    public required MadeName Father { get; init; }
    public required int Year { get; init; }
    public required int Month { get; init; }
    public required int Day { get; init; }
    public required string Province { get; init; }
    public required HeldDocument Passport { get; init; }

    /// <summary>Null for those who never had one.</summary>
    public required HeldDocument? National { get; init; }

    public required string Phone { get; init; }
}

/// <summary>What one office wrote down: names as written, a date as far as it was known (0 where not).</summary>
public sealed record Entry
{
    public required string Country { get; init; }
    public required bool IsFemale { get; init; }
    public required IReadOnlyList<string> Names { get; init; }
    public required int Year { get; init; }
    public required int Month { get; init; }
    public required int Day { get; init; }
    public required string? Province { get; init; }
    public required string? Father { get; init; }
    public required IReadOnlyList<HeldDocument> Documents { get; init; }
    public required string? Phone { get; init; }
}
