using Google.Protobuf.Reflection;

namespace Gms.Conventions;

/// <summary>The protos with their comments.</summary>
static class Contracts
{
    static readonly FileDescriptorSet Set = FileDescriptorSet.Parser.ParseFrom(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "contracts.protoset")));

    /// <summary>Everything that a reader of the protos meets: what it is, its full name, the comment before it.</summary>
    public static IReadOnlyList<Element> All { get; } = [.. Set.File.SelectMany(Elements)];

    static readonly Dictionary<string, string> ByName = All.DistinctBy(e => e.Name).ToDictionary(e => e.Name, e => e.Comment);

    public static string Comment(string fullName) => ByName[fullName];

    /// <summary>The first paragraph, in one line.</summary>
    public static string Summary(string fullName) => OneLine(Comment(fullName).Split("\n\n")[0]);

    public static string OneLine(string text) => string.Join(' ', text.Split('\n').Select(line => line.Trim()));

    static IEnumerable<Element> Elements(FileDescriptorProto file)
    {
        var comments = file.SourceCodeInfo.Location.GroupBy(l => string.Join('.', l.Path)).ToDictionary(g => g.Key, g => string.Join('\n', g.First().LeadingComments.Split('\n').Select(line => line.Trim())).Trim());
        Element At(string kind, string name, string path) => new(file.Name, kind, name, comments.GetValueOrDefault(path, ""));

        return [
            .. file.Service.SelectMany((service, s) => service.Method.Select((method, m) => At("call", $"{file.Package}.{service.Name}.{method.Name}", $"6.{s}.2.{m}"))
                .Prepend(At("service", $"{file.Package}.{service.Name}", $"6.{s}"))),
            .. file.MessageType.SelectMany((message, m) => Message(message, file.Package, $"4.{m}")),
            .. file.EnumType.SelectMany((values, e) => Values(values, file.Package, $"5.{e}")),
            .. file.Extension.Select((field, x) => At("extension", $"{file.Package}.{field.Name}", $"7.{x}")),
        ];

        IEnumerable<Element> Message(DescriptorProto message, string within, string path)
        {
            var name = $"{within}.{message.Name}";
            return message.Options?.MapEntry == true
                ? []
                : [
                    At("message", name, path),
                    .. message.Field.Select((field, f) => At("field", $"{name}.{field.Name}", $"{path}.2.{f}")),
                    .. message.OneofDecl.Select((oneof, o) => (oneof, o)).Where(p => !p.oneof.Name.StartsWith('_')).Select(p => At("oneof", $"{name}.{p.oneof.Name}", $"{path}.8.{p.o}")),
                    .. message.NestedType.SelectMany((inner, n) => Message(inner, name, $"{path}.3.{n}")),
                    .. message.EnumType.SelectMany((values, e) => Values(values, name, $"{path}.4.{e}")),
                ];
        }

        IEnumerable<Element> Values(EnumDescriptorProto values, string within, string path) =>
            values.Value.Select((value, v) => At("value", $"{within}.{values.Name}.{value.Name}", $"{path}.2.{v}")).Prepend(At("enum", $"{within}.{values.Name}", path));
    }
}

/// <summary>One thing that a proto declares.</summary>
sealed record Element(string File, string Kind, string Name, string Comment);
