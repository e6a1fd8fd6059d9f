using System.Text.Json;
using Gms.Platform;
using Gms.Registry.Corridors;
using Gms.Type.V1;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Workers;

/// <summary>What every call does that takes a person's facts: reads them, and puts them encrypted on the record.</summary>
sealed class PersonIntake(ColumnCipher cipher, Provinces provinces, CorridorTable corridors, TimeProvider clock)
{
    const int MostContacts = 10, MostDependants = 30, MostLanguages = 10;

    public static WorkerName ReadName(PersonName name, int position) => ReadName(name, position, "names");

    /// <param name="field">The proto path of the list.</param>
    public static WorkerName ReadName(PersonName name, int position, string field)
    {
        var full = Read.Text(name.Full, $"{field}[{position}].full");
        return new()
        {
            Position = position,
            Full = full,
            Family = Read.OptionalText(name.Family, $"{field}[{position}].family", 100),
            Given = Read.OptionalText(name.Given, $"{field}[{position}].given", 100),
            Script = Read.OptionalText(name.Script, $"{field}[{position}].script", 4) is { } script ? Script(script, $"{field}[{position}].script") : Scripts.Of(full),
        };
    }

    public string? ReadProvince(string code, string field) => provinces.ReadOptional(code, field);

    public IEnumerable<Proto.ProvinceOnRecord> Layers(string? province) => provinces.Layers(province);

    public string ReadChannel(string code, string field) => Read.Code(code, field, corridors.Channels);

    public SentContactFacts ReadOptional(Proto.ContactFacts? sent, string field)
    {
        if (sent is null)
            return SentContactFacts.None;

        AtMost(MostContacts, sent.Contacts.Count, $"{field}.contacts");
        AtMost(MostDependants, sent.Dependants.Count, $"{field}.dependants");
        AtMost(MostLanguages, sent.Languages.Count, $"{field}.languages");
        return new(
            [.. sent.Contacts.Select((contact, i) => ReadContact(contact, $"{field}.contacts[{i}]")).Distinct()],
            sent.EmergencyContact is { } emergency ? ReadEmergencyContact(emergency, $"{field}.emergency_contact") : null,
            [.. sent.Dependants.Select((dependant, i) => ReadDependant(dependant, $"{field}.dependants[{i}]"))],
            Read.OptionalText(sent.HomeAddress, $"{field}.home_address", 500),
            provinces.ReadOptional(sent.Province, $"{field}.province"),
            [.. sent.Languages.Select((language, i) => ContactText.Language(language, $"{field}.languages[{i}]")).Distinct()]);
    }

    /// <summary>Puts the facts on the record in place of what was there.</summary>
    public void Keep(Worker worker, SentContactFacts facts, PersonCipher person)
    {
        var now = clock.GetUtcNow();
        worker.Contacts.Clear();
        worker.Contacts.AddRange(facts.Contacts.Select((c, i) => Contact(c, i, person, now)));
        worker.Relatives.Clear();
        if (facts.EmergencyContact is { } emergency)
            worker.Relatives.Add(Relative(RelativePart.EmergencyContact, emergency, 0, person));
        worker.Relatives.AddRange(facts.Dependants.Select((d, i) => Relative(RelativePart.Dependant, d, i, person)));
        worker.HomeAddressEncrypted = person.EncryptOptional(facts.HomeAddress, worker.Id);
        worker.Province = facts.Province;
        worker.Languages = [.. facts.Languages];
        worker.ContactsChangedAt = now;
    }

    /// <summary>The hashes under which telephone numbers and addresses of mail are found.</summary>
    public IReadOnlyList<byte[]> Hashes(SentContactFacts facts) =>
        [.. facts.Contacts.Where(c => c.Kind is not ContactKind.Other).SelectMany(c => cipher.SearchHashes(ContactHashes.Text(c.Kind, c.Value))).Select(h => h.Bytes)];

    WorkerContact Contact(SentContact sent, int position, PersonCipher person, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7();
        var hash = cipher.SearchHash(ContactHashes.Text(sent.Kind, sent.Value));
        return new() { Id = id, Position = position, Kind = sent.Kind, ValueEncrypted = person.Encrypt(sent.Value, id), ValueHash = hash.Bytes, HashVersion = hash.Version, AddedAt = now };
    }

    static WorkerRelative Relative(RelativePart part, SentRelative sent, int position, PersonCipher person)
    {
        var id = Guid.CreateVersion7();
        return new() { Id = id, Position = position, Part = part, Relation = sent.Relation, DetailsEncrypted = person.Encrypt(JsonSerializer.Serialize(sent.Details), id) };
    }

    static SentContact ReadContact(Proto.Contact sent, string field)
    {
        var kind = Read.Value<Proto.ContactKind, ContactKind>(sent.Kind, $"{field}.kind");
        return new(kind, kind switch
        {
            ContactKind.Phone => ContactText.Phone(sent.Value, $"{field}.value"),
            ContactKind.Email => ContactText.Email(sent.Value, $"{field}.value"),
            ContactKind.Other => Read.Text(sent.Value, $"{field}.value"),
        });
    }

    static SentRelative ReadEmergencyContact(Proto.EmergencyContact sent, string field) => new(
        Read.Value<Proto.Relation, Relation>(sent.Relation, $"{field}.relation"),
        new(Read.Text(sent.Name, $"{field}.name"), ContactText.Phone(sent.Phone, $"{field}.phone"), null));

    SentRelative ReadDependant(Proto.Dependant sent, string field) => new(
        Read.Value<Proto.Relation, Relation>(sent.Relation, $"{field}.relation"),
        new(Read.OptionalText(sent.Name, $"{field}.name"), null, sent.BirthYear == 0 ? null : Read.Number(sent.BirthYear, $"{field}.birth_year", 1900, clock.GetUtcNow().Year)));

    static string Script(string sent, string field) => sent.Length == 4 && sent.All(char.IsAsciiLetter)
        ? char.ToUpperInvariant(sent[0]) + sent[1..].ToLowerInvariant()
        : throw Refuse.Invalid(Problems.WorkerScriptMalformed(field));

    static void AtMost(int most, int sent, string field)
    {
        if (sent > most)
            throw Refuse.Invalid(Problems.TooManyEntries(field, most));
    }
}

/// <summary>The text of which a contact's keyed hash is made: kinds never meet, nor a telephone number and a document's.</summary>
static class ContactHashes
{
    public static string Text(ContactKind kind, string value) => $"contact:{kind}:{value}";
}
