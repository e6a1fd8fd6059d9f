using System.Text;
using QRCoder;

namespace Gms.Browser;

/// <summary>
/// A QR code as a hand-held camera sees it: turned, seen from the side, lit from one side, out of focus and noisy. Written as a short film in
/// Y4M, which Chromium plays as its camera.
/// </summary>
static class Photograph
{
    const int Width = 1280, Height = 960, Frames = 5;
    const int Paper = 225, Ink = 35, Table = 150;
    const double Turned = 9 * Math.PI / 180, FromTheSide = 0.2, SizeInPicture = 0.62 * Height, Noise = 25;

    public static async Task<string> Of(string text, string file)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var luma = Blurred(Blurred(Seen(code.ModuleMatrix)));
        var random = new Random(20261126);
        await using var film = File.Create(file);
        await film.WriteAsync(Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Width} H{Height} F10:1 Ip A1:1 C420jpeg\n"));
        for (var i = 0; i < Frames; i++)
        {
            await film.WriteAsync(Encoding.ASCII.GetBytes("FRAME\n"));
            await film.WriteAsync(luma.Select(light => (byte)Math.Clamp(light + ((random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * Noise), 0, 255)).ToArray());
            await film.WriteAsync(Enumerable.Repeat((byte)128, Width * Height / 2).ToArray());
        }
        return file;
    }

    static double[] Seen(List<System.Collections.BitArray> modules)
    {
        var (cos, sin) = (Math.Cos(Turned), Math.Sin(Turned));
        var luma = new double[Width * Height];
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
            {
                double px = x - (Width / 2), py = y - (Height / 2), depth = 1 + (FromTheSide * px / Width);
                var column = ((((cos * px) + (sin * py)) / depth / SizeInPicture) + 0.5) * modules.Count;
                var row = ((((-sin * px) + (cos * py)) / depth / SizeInPicture) + 0.5) * modules.Count;
                luma[(y * Width) + x] = Light(modules, (int)Math.Floor(row), (int)Math.Floor(column)) * (0.75 + (0.35 * x / Width));
            }
        return luma;
    }

    static double Light(List<System.Collections.BitArray> modules, int row, int column) =>
        row < 0 || column < 0 || row >= modules.Count || column >= modules.Count ? Table : modules[row][column] ? Ink : Paper;

    static double[] Blurred(double[] sharp)
    {
        var soft = (double[])sharp.Clone();
        for (var y = 1; y < Height - 1; y++)
            for (var x = 1; x < Width - 1; x++)
            {
                var sum = 0.0;
                for (var dy = -1; dy <= 1; dy++)
                    for (var dx = -1; dx <= 1; dx++)
                        sum += sharp[((y + dy) * Width) + x + dx];
                soft[(y * Width) + x] = sum / 9;
            }
        return soft;
    }
}
