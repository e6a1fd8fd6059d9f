using System.Globalization;
using Gms.Portal.Languages;
using Gms.Type.V1;
using QRCoder;

namespace Gms.Portal.OwnRecord;

/// <summary>Days, months, money and codes as a page shows them. Pure.</summary>
static class Shown
{
    /// <summary>Those of the region that have no minor units (ISO 4217).</summary>
    static readonly HashSet<string> Whole = ["VND"];

    public static DateOnly Day(Date day) => new(day.Year, day.Month, day.Day);

    public static string Month(Texts texts, Date month) => texts["date.month", texts[$"month.{month.Month}"], month.Year + int.Parse(texts["date.years"], CultureInfo.InvariantCulture)];

    /// <summary>12 345.50 THB: the currency by its code, which means the same in every language.</summary>
    public static string Money(Money money)
    {
        var amount = Whole.Contains(money.Currency) ? money.Minor : money.Minor / 100m;
        return string.Create(CultureInfo.InvariantCulture, $"{amount.ToString(Whole.Contains(money.Currency) ? "#,0" : "#,0.00", CultureInfo.InvariantCulture).Replace(',', '\u00a0')} {money.Currency}");
    }

    /// <summary>A text as a QR code, PNG in base64: for a cracked screen, with the correction that leaves the most room.</summary>
    public static string Qr(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.L);
        return Convert.ToBase64String(new PngByteQRCode(code).GetGraphic(4));
    }
}
