using System.Net.Mail;
using System.Text.RegularExpressions;
using Gms.Platform;

namespace Gms.Registry.Workers;

/// <summary>Phones, mail addresses and language tags in the one form in which each is stored; refuses what is none.</summary>
static partial class ContactText
{
    /// <summary>E.164: spaces, hyphens, dots and brackets are left out, 00 is read as +.</summary>
    public static string Phone(string text, string field)
    {
        var plain = Separators().Replace(Read.Text(text, field, 40), "");
        if (plain.StartsWith("00", StringComparison.Ordinal))
            plain = "+" + plain[2..];
        return E164().IsMatch(plain) ? plain : throw Refuse.Invalid(Problems.ContactPhoneMalformed(field));
    }

    /// <summary>In small letters: no office of the registry has two people whose addresses differ by case.</summary>
    public static string Email(string text, string field)
    {
        var plain = Read.Text(text, field, 254);
        return MailAddress.TryCreate(plain, out var address) && address.Address == plain && !plain.Contains(' ', StringComparison.Ordinal)
            ? plain.ToLowerInvariant()
            : throw Refuse.Invalid(Problems.ContactEmailMalformed(field));
    }

    /// <summary>BCP 47: language, script, region, in the case in which each is written.</summary>
    public static string Language(string text, string field)
    {
        var match = Tag().Match(Read.Text(text, field, 35));
        if (!match.Success)
            throw Refuse.Invalid(Problems.LanguageMalformed(field));
        var script = match.Groups["script"].Value;
        return string.Join('-', new[]
        {
            match.Groups["language"].Value.ToLowerInvariant(),
            script.Length == 0 ? "" : char.ToUpperInvariant(script[0]) + script[1..].ToLowerInvariant(),
            match.Groups["region"].Value.ToUpperInvariant(),
        }.Where(part => part.Length > 0));
    }

    [GeneratedRegex(@"[\s\-.()]+")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}$")]
    private static partial Regex E164();

    [GeneratedRegex("^(?<language>[A-Za-z]{2,3})(-(?<script>[A-Za-z]{4}))?(-(?<region>[A-Za-z]{2}|[0-9]{3}))?$")]
    private static partial Regex Tag();
}
