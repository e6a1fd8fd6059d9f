using Gms.Platform;
using Gms.Registry.Documents;
using Gms.Registry.Departures;
using Gms.Registry.Workers;
using Gms.Type.V1;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests;

/// <summary>Valid things; a test names only what it is about.</summary>
static class A
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static Proto.EnrolWorkerRequest Enrolment(string country = "LA", string? number = null) => new()
    {
        RequestId = Guid.NewGuid().ToString(),
        Country = country,
        Names = { new PersonName { Full = $"{Word('a')} {Word('a')}" }, new PersonName { Full = $"{Word('ກ')} {Word('ກ')}", Script = "Laoo" } },
        BirthDate = new() { Year = 1999, Month = 7 },
        Sex = Proto.Sex.Female,
        Nationality = "LA",
        Province = "LA-SV",
        Document = new() { Kind = "PASSPORT", Issuer = "LA", Number = number ?? $"PA {Guid.NewGuid():N}"[..12], ValidUntil = new() { Year = 2031, Month = 5, Day = 1 } },
    };

    /// <summary>Eight letters that no other person is called, so that people of tests are not taken for one.</summary>
    static string Word(char first) => string.Concat(Guid.NewGuid().ToByteArray().Take(8).Select(b => Letters[first][b % Letters[first].Length]));

    static readonly Dictionary<char, string> Letters = new() { ['a'] = "abdefgiklmnopstuvz", ['ກ'] = "ກຂງຈດຕນບປມຢລວສຫ" };

    public static Worker Worker(PartialDate? born = null, string? nationality = "LA", bool stateless = false, bool named = true, params string[] names) => new()
    {
        WorkerNumber = "LA-7KQ2-M9XD-R",
        Country = "LA",
        BirthDate = born ?? new(1999, 7, 0),
        Sex = Sex.Female,
        Nationality = nationality,
        Stateless = stateless,
        EnrolledAt = DateTimeOffset.UnixEpoch,
        Names = names.Length > 0
            ? [.. names.Select((name, i) => new WorkerName { Position = i, Full = name, Given = name, Script = "Zyyy" })]
            : named ? [new WorkerName { Position = 0, Full = "Example Person", Script = "Latn" }] : [],
    };

    public static SentDocument Sent(DateOnly? from = null, DateOnly? until = null) => new()
    {
        Field = "document",
        Kind = "PASSPORT",
        Family = "PASSPORT",
        Issuer = "LA",
        Number = "PA1234567",
        Compared = "PA1234567",
        UniqueNumber = true,
        Evidence = Evidence.OriginalSeen,
        ValidFrom = from,
        ValidUntil = until,
    };

    public static Document Document(DateOnly? from = null, DateOnly? until = null, Guid? replaces = null) => new()
    {
        Id = Guid.Empty,
        Kind = "PASSPORT",
        Family = "PASSPORT",
        Issuer = "LA",
        HashVersion = 1,
        UniqueNumber = true,
        Evidence = Evidence.OriginalSeen,
        NumberEncrypted = [],
        NumberHash = [],
        ValidFrom = from,
        ValidUntil = until,
        Replaces = replaces,
        AddedAt = DateTimeOffset.UnixEpoch,
    };

    /// <summary>A worker as a rule sees one, with every number that is the worker's.</summary>
    public static WorkerOnRecord OnRecord(params string[] numbers) => new(new(1999, 7, 0), "LA", []) { Numbers = numbers.Length == 0 ? ["LA-7KQ2-M9XD-R"] : numbers };
}
