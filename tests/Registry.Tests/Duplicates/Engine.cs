using System.Security.Cryptography;
using System.Text;
using Gms.Platform;
using Gms.Population;
using Gms.Registry.Corridors;
using Gms.Registry.Duplicates;
using Gms.Registry.Workers;

namespace Gms.Registry.Tests.Duplicates;

/// <summary>The matching engine, and people to compare.</summary>
static class Engine
{
    public static readonly Matcher Matcher = new(MatchingData.Load(), new CodeLists());

    public static readonly string[] Countries = ["KH", "CN", "LA", "MM", "TH", "VN"];

    public static PersonFacts Person(string country = "LA", string name = "Somphone Phommachanh", PartialDate? born = null, Sex sex = Sex.Male, string? province = "LA-SV") => new()
    {
        Country = country,
        Names = [name],
        BirthDate = born ?? new(1994, 3, 17),
        Sex = sex,
        Nationality = country,
        Province = province,
    };

    public static PersonFacts Facts(Entry entry) => new()
    {
        Country = entry.Country,
        Names = entry.Names,
        BirthDate = new(entry.Year, entry.Month, entry.Day),
        Sex = entry.IsFemale ? Sex.Female : Sex.Male,
        Nationality = entry.Country,
        Province = entry.Province,
        FatherNames = entry.Father is { } father ? [father] : [],
        Documents = [.. entry.Documents.Select(d => Document(d.Kind, d.Issuer, d.Number))],
        Contacts = entry.Phone is { } phone ? [SHA256.HashData(Encoding.UTF8.GetBytes(phone))] : [],
    };

    public static DocumentFact Document(string kind, string issuer, string number) => new(kind, issuer, SHA256.HashData(Encoding.UTF8.GetBytes(number)));

    public static Scored Score(PersonFacts one, PersonFacts other) => Matcher.Score.Of(Matcher.Features(one), Matcher.Features(other));

    public static bool Meet(PersonFacts onRecord, PersonFacts asked) => Matcher.Keys.OfRecord(Matcher.Features(onRecord)).Intersect(Matcher.Keys.OfQuery(Matcher.Features(asked))).Any();

    public static string Folded(string name, string country) => new NameRules(Matcher.Data).Fold(name, country)?.ToString() ?? "";

    public static string Codes(string name, string country) => string.Join(' ', new NameRules(Matcher.Data).Fold(name, country)!.Parts.Select(p => p.Code));
}
