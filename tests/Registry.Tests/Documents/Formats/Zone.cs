using Gms.Registry.Documents.Formats;

namespace Gms.Registry.Tests.Documents.Formats;

/// <summary>Zones as they are printed, with right check digits; a test names only what it is about. Nobody's document.</summary>
static class Zone
{
    public static string Passport(string issuer = "LAO", string names = "EXAMPLE<<PERSON", string number = "PA1234567", string nationality = "LAO", string birth = "990731", char sex = 'F', string expiry = "310501", string optional = "", string code = "P<")
    {
        var two = Checked(number.PadRight(9, '<')) + nationality.PadRight(3, '<') + Checked(birth) + sex + Checked(expiry) + (optional.Length == 0 ? new string('<', 15) : Checked(optional.PadRight(14, '<')));
        return (code + issuer.PadRight(3, '<') + names).PadRight(44, '<')[..44] + "\n" + two + CheckDigits.Icao(two[..10] + two[13..20] + two[21..43]);
    }

    public static string Card(string issuer = "KHM", string names = "EXAMPLE<<PERSON", string number = "012345678", string nationality = "KHM", string birth = "990731", char sex = 'M', string expiry = "310501", string optional = "", string optional2 = "", string? first = null)
    {
        var one = first ?? ("ID" + issuer.PadRight(3, '<') + Checked(number.PadRight(9, '<')) + optional).PadRight(30, '<');
        var two = Checked(birth) + sex + Checked(expiry) + nationality.PadRight(3, '<') + optional2.PadRight(11, '<');
        return one + "\n" + two + CheckDigits.Icao(one[5..] + two[..7] + two[8..15] + two[18..29]) + "\n" + names.PadRight(30, '<')[..30];
    }

    static string Checked(string field) => field + CheckDigits.Icao(field);
}
