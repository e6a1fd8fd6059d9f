using System.Security.Cryptography;
using System.Text;
using Gms.Platform;
using Gms.Population;
using Gms.Registry.Duplicates;
using Gms.Registry.Workers;

namespace Gms.Matching;

/// <summary>Hands what an office wrote to the engine, as an enrolment does.</summary>
static class Desk
{
    static readonly byte[] Key = Encoding.UTF8.GetBytes("the key of a population that nobody belongs to");

    public static PersonFacts Facts(Entry entry, string? workerNumber = null) => new()
    {
        Country = entry.Country,
        WorkerNumber = workerNumber,
        Names = entry.Names,
        BirthDate = new(entry.Year, entry.Month, entry.Day),
        Sex = entry.IsFemale ? Sex.Female : Sex.Male,
        Nationality = entry.Country,
        Province = entry.Province,
        FatherNames = entry.Father is { } father ? [father] : [],
        Documents = [.. entry.Documents.Select(d => new DocumentFact(d.Kind, d.Issuer, Hash(d.Number)))],
        Contacts = entry.Phone is { } phone ? [Hash(phone)] : [],
    };

    static byte[] Hash(string text) => HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(text));
}
