using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gms.Platform;

/// <summary>One JSON object a line; every script stands as itself.</summary>
sealed class NdjsonRowWriter(IReadOnlyList<string> names) : RowWriter
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Begin(IBufferWriter<byte> file)
    {
    }

    public override void Write(IBufferWriter<byte> file, IReadOnlyList<object?> cells)
    {
        using (var json = new Utf8JsonWriter(file, Options))
        {
            json.WriteStartObject();
            for (var i = 0; i < names.Count; i++)
            {
                json.WritePropertyName(names[i]);
                Write(json, cells[i]);
            }
            json.WriteEndObject();
        }
        file.Write("\n"u8);
    }

    static void Write(Utf8JsonWriter json, object? cell)
    {
        switch (cell)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool yes:
                json.WriteBooleanValue(yes);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case string[] several:
                json.WriteStartArray();
                foreach (var text in several)
                    json.WriteStringValue(text);
                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue((string)cell);
                break;
        }
    }
}
