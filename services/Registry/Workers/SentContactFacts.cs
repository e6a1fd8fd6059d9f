namespace Gms.Registry.Workers;

/// <summary>A worker's contact facts as a request sends them, read and in the form in which they are stored.</summary>
sealed record SentContactFacts(
    IReadOnlyList<SentContact> Contacts, SentRelative? EmergencyContact, IReadOnlyList<SentRelative> Dependants, string? HomeAddress, string? Province, IReadOnlyList<string> Languages)
{
    public static readonly SentContactFacts None = new([], null, [], null, null, []);
}

sealed record SentContact(ContactKind Kind, string Value);

sealed record SentRelative(Relation Relation, RelativeDetails Details);
