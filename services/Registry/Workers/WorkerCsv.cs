using System.Globalization;
using Gms.Platform;
using Gms.Type.V1;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Workers;

/// <summary>The CSV form of a row of Workers.ImportWorkers; told to users in docs/import-workers.md, which a test compares.</summary>
static class WorkerCsv
{
    public static readonly CsvForm<Proto.EnrolWorkerRequest> Form = new(
        new("name", "names[0].full", (row, text) => Name(row, 0).Full = text, Required: true),
        new("name_script", "names[0].script", (row, text) => Name(row, 0).Script = text),
        new("family_name", "names[0].family", (row, text) => Name(row, 0).Family = text),
        new("given_name", "names[0].given", (row, text) => Name(row, 0).Given = text),
        new("name_2", "names[1].full", (row, text) => Name(row, 1).Full = text),
        new("name_2_script", "names[1].script", (row, text) => Name(row, 1).Script = text),
        new("name_3", "names[2].full", (row, text) => Name(row, 2).Full = text),
        new("name_3_script", "names[2].script", (row, text) => Name(row, 2).Script = text),
        new("birth_date", "birth_date", (row, text) => row.BirthDate = Date(text, "birth_date"), Required: true),
        new("sex", "sex", (row, text) => row.Sex = Sex(text), Required: true),
        new("nationality", "nationality", Nationality),
        new("province", "province", (row, text) => row.Province = text),
        new("father_name", "father_name", (row, text) => row.FatherName = text),
        new("mother_name", "mother_name", (row, text) => row.MotherName = text),
        new("document_kind", "document.kind", (row, text) => Document(row).Kind = text, Required: true),
        new("document_issuer", "document.issuer", (row, text) => Document(row).Issuer = text, Required: true),
        new("document_number", "document.number", (row, text) => Document(row).Number = text, Required: true),
        new("document_authority", "document.authority", (row, text) => Document(row).Authority = text),
        new("document_valid_from", "document.valid_from", (row, text) => Document(row).ValidFrom = Date(text, "document_valid_from")),
        new("document_valid_until", "document.valid_until", (row, text) => Document(row).ValidUntil = Date(text, "document_valid_until")),
        new("phone", "contact_facts.contacts[0].value", (row, text) => Contacts(row).Contacts.Add(new Proto.Contact { Kind = Proto.ContactKind.Phone, Value = text }), MayBeginLikeAFormula: true),
        new("languages", "contact_facts.languages", (row, text) => Contacts(row).Languages.Add(text.Split([' ', '/'], StringSplitOptions.RemoveEmptyEntries))),
        new("home_address", "contact_facts.home_address", (row, text) => Contacts(row).HomeAddress = text));

    static PersonName Name(Proto.EnrolWorkerRequest row, int place)
    {
        while (row.Names.Count <= place)
            row.Names.Add(new PersonName());
        return row.Names[place];
    }

    static Proto.IdentityDocument Document(Proto.EnrolWorkerRequest row) => row.Document ??= new();

    static Proto.ContactFacts Contacts(Proto.EnrolWorkerRequest row) => row.ContactFacts ??= new();

    /// <summary>ISO 8601, as precise as it is known: 1999, 1999-07 or 1999-07-31. Other forms are refused, since 03/04 means two days.</summary>
    static Date Date(string text, string column)
    {
        var parts = text.Split('-');
        int[] lengths = [4, 2, 2];
        if (parts.Length > 3 || parts.Where((part, i) => part.Length != lengths[i] || !part.All(char.IsAsciiDigit)).Any())
            throw Refuse.Invalid(Problems.RowDateMalformed(column));
        int At(int i) => i < parts.Length ? int.Parse(parts[i], CultureInfo.InvariantCulture) : 0;
        return new() { Year = At(0), Month = At(1), Day = At(2) };
    }

    static Proto.Sex Sex(string text) => text.ToUpperInvariant() switch
    {
        "F" or "FEMALE" => Proto.Sex.Female,
        "M" or "MALE" => Proto.Sex.Male,
        "X" or "OTHER" => Proto.Sex.Other,
        _ => throw Refuse.Invalid(PlatformProblems.ValueUnknown("sex", "F, M, X")),
    };

    static void Nationality(Proto.EnrolWorkerRequest row, string text)
    {
        if (text.Equals("stateless", StringComparison.OrdinalIgnoreCase))
            row.Stateless = true;
        else
            row.Nationality = text;
    }
}
