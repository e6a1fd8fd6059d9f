using Gms.Type.V1;
using Google.Protobuf.Reflection;

namespace Gms.Platform;

/// <summary>The closed list of purposes and their names in metadata and audit: departure-clearance, social-security …</summary>
public static class Purposes
{
    static readonly Dictionary<Purpose, string> Names = Enum.GetValues<Purpose>().ToDictionary(p => p, p => Kebab(p));
    static readonly Dictionary<string, Purpose> ByName = Names.Where(n => n.Key != Purpose.Unspecified).ToDictionary(n => n.Value, n => n.Key);

    public static string Name(this Purpose purpose) => Names[purpose];

    public static bool TryParse(string name, out Purpose purpose) => ByName.TryGetValue(name, out purpose);

    public static string List(IEnumerable<Purpose> purposes) => string.Join(", ", purposes.Select(Name));

    static string Kebab(Purpose purpose)
    {
        var full = AccessReflection.Descriptor.FindTypeByName<EnumDescriptor>("Purpose").FindValueByNumber((int)purpose).Name;
        return full["PURPOSE_".Length..].Replace('_', '-').ToLowerInvariant();
    }
}
