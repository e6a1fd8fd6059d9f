using System.Text;
using Gms.Credentials;
using Google.Protobuf;
using QRCoder;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Passes;

/// <summary>Draws a pass as a QR code, never larger than version 15 so that a cheap camera reads it.</summary>
static class QrPicture
{
    public const int LargestVersion = 15;

    public static QRCodeData Code(string text) => QrCode.Of(text);

    public static ByteString Draw(string text, Proto.QrPicture picture) => picture switch
    {
        Proto.QrPicture.Png => ByteString.CopyFrom(QrCode.Png(text)),
        Proto.QrPicture.Svg => ByteString.CopyFrom(QrCode.Svg(text), Encoding.UTF8),
        _ => ByteString.Empty,
    };
}
