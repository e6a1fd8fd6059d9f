namespace Gms.Registry.Workers;

/// <summary>Document numbers as they are compared: without spaces and separators, in capitals.</summary>
static class DocumentNumbers
{
    public static string Normalised(string number) => new([.. number.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
}
