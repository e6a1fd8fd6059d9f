using System.Globalization;
using Gms.Local;
using Gms.Local.Demo;
using Gms.Population;
using Gms.Registry.V1;
using Gms.Type.V1;

namespace Gms.Bench;

/// <summary>Many people enrolled by the bulk import, without the search for duplicates: what is measured comes after.</summary>
static class Enrolment
{
    const int Piece = 500;

    public static async Task Of(int count, string label, Offices offices, CancellationToken cancel)
    {
        var people = new People(11);
        using var stream = new Workers.WorkersClient(offices.To("Registry", Account.Ministry("LA"), "enrolment")).ImportWorkers(cancellationToken: cancel);
        await stream.RequestStream.WriteAsync(new()
        {
            Header = new() { ImportId = Guid.NewGuid().ToString(), Country = "LA", Label = label, ExpectedRows = count, UncheckedReason = "A measurement without the search for duplicates." },
        }, cancel);
        for (var first = 0; first < count; first += Piece)
            await stream.RequestStream.WriteAsync(new()
            {
                Rows = new() { FirstRow = first + 1, Workers = { Enumerable.Range(first, Math.Min(Piece, count - first)).Select(i => Person(people.Of("LA", i), i)) } },
            }, cancel);
        await stream.RequestStream.CompleteAsync();
        var progress = (await stream).Progress;
        if (progress.Accepted != count)
            throw new CannotGoOnException($"Of {count} workers {progress.Accepted} were enrolled.");
    }

    static EnrolWorkerRequest Person(Person person, int index) => new()
    {
        Names = { new PersonName { Full = person.Name.Latin, Script = "Latn" } },
        BirthDate = new() { Year = 1999, Month = 7, Day = 1 },
        Sex = person.IsFemale ? Sex.Female : Sex.Male,
        Nationality = "LA",
        Province = "LA-SV",
        FatherName = person.Father.Latin,
        Document = new() { Kind = "PASSPORT", Issuer = "LA", Number = string.Create(CultureInfo.InvariantCulture, $"DEMOP{index:0000000}"), ValidUntil = new() { Year = 2034, Month = 1, Day = 1 } },
    };
}
