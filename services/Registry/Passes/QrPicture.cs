using System.Text;
using Google.Protobuf;
using QRCoder;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Passes;

/// <summary>Draws a pass as a QR code of error correction M, which stands a crease or a stamp, never larger than version 15 so that a cheap camera reads it.</summary>
static class QrPicture
{
    public const int LargestVersion = 15;

    const int PixelsPerModule = 6;

    public static QRCodeData Code(string text) => QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);

    public static ByteString Draw(string text, Proto.QrPicture picture)
    {
        using var code = Code(text);
        return picture switch
        {
            Proto.QrPicture.Png => ByteString.CopyFrom(Png(code)),
            Proto.QrPicture.Svg => ByteString.CopyFrom(Svg(code), Encoding.UTF8),
            _ => ByteString.Empty,
        };
    }

    static byte[] Png(QRCodeData code)
    {
        using var png = new PngByteQRCode(code);
        return png.GetGraphic(PixelsPerModule);
    }

    static string Svg(QRCodeData code)
    {
        using var svg = new SvgQRCode(code);
        return svg.GetGraphic(PixelsPerModule);
    }
}
