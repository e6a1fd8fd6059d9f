using System.Buffers.Binary;
using Gms.Platform;
using Gms.Registry.Corridors;

namespace Gms.Registry.Duplicates;

/// <summary>The engine: facts become features, features become keys, two features become a score. Pure; one per process.</summary>
sealed class Matcher
{
    readonly NameRules _names;
    readonly CodeLists _codes;
    readonly HashSet<string> _weak, _onePerPerson;

    public Matcher(MatchingData data, CodeLists codes)
    {
        Data = data;
        _names = new(data);
        _codes = codes;
        _weak = [.. data.WeakKinds];
        _onePerPerson = [.. data.OnePerPerson];
        Keys = new(data);
        Score = new(data);
    }

    public MatchingData Data { get; }

    public MatchKeys Keys { get; }

    public MatchScore Score { get; }

    public MatchFeatures Features(PersonFacts person)
    {
        var rules = person.Nationality ?? person.Country;
        IReadOnlyList<FoldedName> Folded(IReadOnlyList<string> names) => [.. names.Select(n => _names.Fold(n, rules)).OfType<FoldedName>().DistinctBy(n => n.ToString())];
        IReadOnlyList<long> Heard(IReadOnlyList<string> names) => [.. Folded(names).SelectMany(n => n.Parts).Select(p => MatchKeys.Hash($"{p.Code}")).Distinct()];
        return new()
        {
            Country = person.Country,
            WorkerNumber = person.WorkerNumber,
            Names = Folded(person.Names),
            BirthDate = person.BirthDate,
            Sex = person.Sex,
            Nationality = person.Nationality,
            Province = person.Province,
            Father = Heard(person.FatherNames),
            Mother = Heard(person.MotherNames),
            Documents = [.. person.Documents.Select(Mark)],
            Contacts = [.. person.Contacts.Select(c => BinaryPrimitives.ReadInt64BigEndian(c))],
        };
    }

    public Sought Seek(PersonFacts person)
    {
        var features = Features(person);
        var (query, record) = Keys.OfBoth(features);
        return new(features, query, record, [.. MatchKeys.Strongest(features)]);
    }

    public MatchFeatures Features(MatchRecord record)
    {
        var rules = record.Nationality ?? record.Country;
        IReadOnlyList<FoldedName> Stored(string names) => [.. names.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(n => _names.Read(n, rules))];
        return new()
        {
            Country = record.Country,
            WorkerNumber = record.WorkerNumber,
            Names = Stored(record.Names),
            BirthDate = record.BirthDate,
            Sex = record.Sex,
            Nationality = record.Nationality,
            Province = record.Province,
            Father = record.Father,
            Mother = record.Mother,
            Documents = [.. record.Documents.Select(d => new DocumentMark(d))],
            Contacts = record.Contacts,
        };
    }

    public MatchRecord Record(Guid workerId, string workerNumber, MatchFeatures features) => Record(workerId, workerNumber, features, Keys.OfRecord(features));

    public static MatchRecord Record(Guid workerId, string workerNumber, Sought sought) => Record(workerId, workerNumber, sought.Features, sought.Lying);

    static MatchRecord Record(Guid workerId, string workerNumber, MatchFeatures features, long[] keys) => new()
    {
        WorkerId = workerId,
        WorkerNumber = workerNumber,
        Country = features.Country,
        Names = string.Join('\n', features.Names),
        BirthDate = features.BirthDate,
        Sex = features.Sex,
        Nationality = features.Nationality,
        Province = features.Province,
        Father = [.. features.Father],
        Mother = [.. features.Mother],
        Documents = [.. features.Documents.Select(d => d.Value)],
        Contacts = [.. features.Contacts],
        Keys = keys,
    };

    DocumentMark Mark(DocumentFact document)
    {
        var kind = _codes.DocumentKind(document.Kind);
        return DocumentMark.Of(kind, document.Issuer, document.NumberHash, IsIn(_weak, document.Kind, kind), IsIn(_onePerPerson, document.Kind, kind));
    }

    static bool IsIn(HashSet<string> kinds, string written, string kind) => kinds.Contains(written) || kinds.Contains(kind);
}
