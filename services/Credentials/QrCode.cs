using QRCoder;

namespace Gms.Credentials;

/// <summary>A signed text as a QR code of error correction M, which stands a crease or a stamp.</summary>
public static class QrCode
{
    const int PixelsPerModule = 6;

    public static QRCodeData Of(string text) => QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);

    /// <summary>Black on white, one bit for each pixel.</summary>
    public static byte[] Png(string text)
    {
        using var code = Of(text);
        using var png = new PngByteQRCode(code);
        return png.GetGraphic(PixelsPerModule);
    }

    /// <summary>Sharp at any size on paper.</summary>
    public static string Svg(string text)
    {
        using var code = Of(text);
        using var svg = new SvgQRCode(code);
        return svg.GetGraphic(PixelsPerModule);
    }
}
