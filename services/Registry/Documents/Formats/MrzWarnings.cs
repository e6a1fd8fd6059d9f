namespace Gms.Registry.Documents.Formats;

/// <summary>What can be doubtful in a machine-readable zone, each with the field of the answer and what to do.</summary>
static class MrzWarnings
{
    const string Icao = "ICAO Doc 9303";

    static readonly Dictionary<string, string> Fields = new()
    {
        ["number"] = "document.number",
        ["birth_date"] = "birth_date",
        ["expiry"] = "document.valid_until",
        ["optional"] = "optional_data",
        ["all"] = "text",
    };

    public static FormatWarning CheckDigit(string field) =>
        new("MRZ_CHECK_DIGIT", $"The check digit of {field} does not fit: a character was misread, or the zone was changed.", Fields[field], "Scan again, and compare with the printed page.", Icao);

    public static FormatWarning NumberCorrected() =>
        new("MRZ_NUMBER_CORRECTED", "A letter O and a digit 0 were exchanged in the number, since only then its check digit fits.", "document.number", "Compare the number with the printed page.", Icao);

    public static FormatWarning BirthUnreadable() => new("MRZ_BIRTH_DATE_UNREADABLE", "The date of birth cannot be read.", "birth_date", "Take it from the printed page.", Icao);

    public static FormatWarning ExpiryUnreadable() => new("MRZ_EXPIRY_UNREADABLE", "The date of expiry cannot be read.", "document.valid_until", "Take it from the printed page.", Icao);

    public static FormatWarning Expired() => new("MRZ_EXPIRED", "The document's validity has ended.", "document.valid_until", "Ask for the newer document; record this one as history.", Icao);

    public static FormatWarning SexUnreadable() => new("MRZ_SEX_UNREADABLE", "The sex cannot be read.", "sex", "Take it from the printed page.", Icao);

    public static FormatWarning NameCutShort() => new("MRZ_NAME_CUT_SHORT", "The name fills its field: it may have been cut.", "name", "Take the whole name from the printed page.", Icao);

    public static FormatWarning NameMissing() => new("MRZ_NAME_MISSING", "The zone holds no name.", "name", "Take it from the printed page.", Icao);

    public static FormatWarning NameHoldsDigits() => new("MRZ_NAME_HOLDS_DIGITS", "The name holds digits: a character was misread.", "name", "Take it from the printed page.", Icao);

    public static FormatWarning IssuerUnknown() => new("MRZ_ISSUER_UNKNOWN", "The issuing state's code is not known.", "issuer_code", "Compare it with the printed page.", Icao);

    public static FormatWarning NationalityUnknown() => new("MRZ_NATIONALITY_UNKNOWN", "The nationality's code is not known.", "nationality_code", "Compare it with the printed page.", Icao);

    public static FormatWarning Refugee() =>
        new("MRZ_REFUGEE", "The holder is a refugee: the zone says no nationality.", "nationality_status", "Do not ask the country of origin; leave the nationality unknown unless the person says it.", Icao);
}
