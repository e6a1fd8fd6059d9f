using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gms.Conventions.Generated;

/// <summary>A file that is written from the source. Compared by every run; written by <c>./registry docs</c>.</summary>
static class GeneratedFile
{
    static readonly bool Write = Environment.GetEnvironmentVariable("REGISTRY_WRITE_DOCS") == "1";

    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static string Json(JsonNode node) => node.ToJsonString(Readable) + "\n";

    public static void Keep(string path, string text, ICollection<string> faults)
    {
        if (Write)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Checkout.Full(path))!);
            File.WriteAllText(Checkout.Full(path), text);
        }
        else if (!Checkout.Has(path) || Checkout.Read(path) != text)
        {
            faults.Add($"{path} is out of date. Run ./registry docs and commit what it writes.");
        }
    }
}
