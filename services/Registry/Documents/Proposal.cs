using Gms.Platform;
using Gms.Registry.Documents.Formats;
using Gms.Registry.Workers;
using Gms.Type.V1;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Documents;

/// <summary>What a machine-readable zone proposes for enrolment.</summary>
sealed class Proposal(MrzCountries countries, DocumentKinds kinds)
{
    public static readonly IReadOnlyList<string> Issuers = ["KH", "CN", "LA", "MM", "TH", "VN"];

    public Proto.ReadMachineReadableZoneResponse Of(MachineReadableZone zone)
    {
        var issuer = countries.Find(zone.Issuer);
        var nationality = countries.Find(zone.Nationality);
        List<FormatWarning> warnings = [.. zone.Warnings];
        if (issuer is null)
            warnings.Add(MrzWarnings.IssuerUnknown());
        if (nationality is null)
            warnings.Add(MrzWarnings.NationalityUnknown());
        else if (nationality.Refugee)
            warnings.Add(MrzWarnings.Refugee());

        return new()
        {
            Form = zone.Form is MrzForm.Td1 ? Proto.MachineReadableForm.Td1 : Proto.MachineReadableForm.Td3,
            Document = Document(zone, issuer?.Country is { } country && Issuers.Contains(country) ? country : ""),
            IssuerCode = zone.Issuer,
            NationalityCode = zone.Nationality,
            Nationality = nationality?.Country ?? "",
            NationalityStatus = Enum.Parse<Proto.NationalityStatus>((nationality?.Status ?? NationalityStatus.Unknown).ToString()),
            Name = new PersonName { Full = zone.FullName, Family = zone.Family, Given = zone.Family.Length > 0 ? zone.Given : "", Script = "Latn" },
            BirthDate = zone.Birth?.ToProto(),
            Sex = zone.Sex.ToProto(),
            OptionalData = { zone.Optional },
            CheckDigits = { zone.Checks.Select(c => new Proto.CheckDigit { Field = c.Field, Holds = c.Holds }) },
            Warnings = { warnings.Select(w => w.ToProto()) },
        };
    }

    Proto.IdentityDocument Document(MachineReadableZone zone, string issuer)
    {
        var kind = zone.Form is MrzForm.Td3
            ? zone.DocumentCode == "PJ" && issuer == "MM" ? "PJ_PASSPORT" : "PASSPORT"
            : kinds.Formats.FirstOrDefault(f => f.Country == issuer && f.Mrz == "TD1")?.Id ?? "";
        return new()
        {
            Kind = kind,
            Issuer = issuer,
            Number = NationalNumber(kind, zone) ?? zone.Number,
            ValidUntil = zone.Expiry?.ToProto(),
            Evidence = Proto.Evidence.MrzRead,
        };
    }

    /// <summary>A Vietnamese card has nine digits in the number's field and the whole number in the optional one, of which they are the end.</summary>
    static string? NationalNumber(string kind, MachineReadableZone zone) =>
        kind == "VN_PIN12" && zone.Optional is [{ Length: >= 12 } whole, ..] && whole[..12].All(char.IsAsciiDigit) && whole[..12].EndsWith(zone.Number, StringComparison.Ordinal) ? whole[..12] : null;
}
