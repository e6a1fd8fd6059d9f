using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gms.Access.OpenId;

/// <summary>JSON as the standards write it: what is not there is left out.</summary>
static class Json
{
    public static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
}
