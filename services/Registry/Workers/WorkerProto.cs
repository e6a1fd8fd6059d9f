using Gms.Platform;
using Gms.Type.V1;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Workers;

/// <summary>How a worker is shown.</summary>
static class WorkerProto
{
    public static Proto.GetWorkerResponse ToProto(this Worker worker, ColumnCipher cipher) => new()
    {
        WorkerNumber = worker.WorkerNumber,
        Country = worker.Country,
        Names = { worker.Names.OrderBy(n => n.Position).Select(n => new PersonName { Full = n.Full, Family = n.Family ?? "", Given = n.Given ?? "", Script = n.Script }) },
        BirthDate = worker.BirthDate.ToProto(),
        Sex = worker.Sex.ToProto(),
        Nationality = worker.Nationality ?? "",
        Stateless = worker.Stateless,
        Province = worker.Province ?? "",
        Documents = { worker.Documents.OrderByDescending(d => d.AddedAt).Select(d => d.ToProto(cipher)) },
    };

    /// <summary>How a record is shown that a merge absorbed: beside the survivor's, under its own number.</summary>
    public static Proto.AbsorbedRecord ToAbsorbed(this Worker worker, Guid mergeId, ColumnCipher cipher)
    {
        var shown = worker.ToProto(cipher);
        return new()
        {
            WorkerNumber = shown.WorkerNumber,
            Country = shown.Country,
            MergeId = mergeId.ToString(),
            Names = { shown.Names },
            BirthDate = shown.BirthDate,
            Sex = shown.Sex,
            Nationality = shown.Nationality,
            Documents = { shown.Documents },
        };
    }

    public static Proto.Sex ToProto(this Sex sex) => sex switch
    {
        Sex.Female => Proto.Sex.Female,
        Sex.Male => Proto.Sex.Male,
        Sex.Other => Proto.Sex.Other,
    };

    static Proto.DocumentOnRecord ToProto(this Document document, ColumnCipher cipher) => new()
    {
        DocumentId = document.Id.ToString(),
        Kind = document.Kind,
        Issuer = document.Issuer,
        NumberMasked = Masked(cipher.Decrypt(document.NumberEncrypted, document.Id)),
        ValidFrom = document.ValidFrom?.ToProto(),
        ValidUntil = document.ValidUntil?.ToProto(),
    };

    /// <summary>All but the last four characters; nothing at all of a number that is hardly longer.</summary>
    internal static string Masked(string number) =>
        number.Length < 6 ? new('•', number.Length) : new string('•', number.Length - 4) + number[^4..];
}
