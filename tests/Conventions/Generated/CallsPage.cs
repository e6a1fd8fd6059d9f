using System.Text.RegularExpressions;
using Gms.Platform;
using Gms.Type.V1;
using Google.Protobuf.Reflection;

namespace Gms.Conventions.Generated;

/// <summary>docs/calls.md: every call, who may make it and what follows.</summary>
static partial class CallsPage
{
    public static string Text() => string.Join('\n', Lines()).TrimEnd() + "\n";

    static IEnumerable<string> Lines() =>
    [
        """
        # Calls

        Written by `./registry docs` from the protos, each service's `Permissions.cs` and what its `Program.cs` serves. Do not edit.
        Every call is refused to whoever does not hold its permission, for records outside its scope, and for any other purpose.
        Words are explained in [the glossary](glossary.md), events in [events.md](events.md).

        """,
        .. Served.All.OrderBy(s => s.Name, StringComparer.Ordinal).SelectMany(service => service.Nouns.OrderBy(n => n.Name, StringComparer.Ordinal)
            .SelectMany(noun => Noun(noun, service.Permissions)).Prepend($"## {service.Name}\n")),
        "## Every service\n",
        .. SharedCalls.Files.SelectMany(f => f.Services).SelectMany(noun => Noun(noun, ForEvery())),
    ];

    /// <summary>Names of the events that a call's comment says it publishes.</summary>
    public static IEnumerable<string> Publishes(MethodDescriptor call) =>
        EventName().Matches(PublishesInWords(call)).Select(m => m.Value.TrimEnd('.'));

    /// <summary>The sentence of a call's comment on what it publishes; empty when there is none.</summary>
    public static string PublishesInWords(MethodDescriptor call) => Published().Match(Contracts.Comment(call.FullName)).Value;

    /// <summary>The same sentence without the names that it gives in full.</summary>
    public static string PublishesBeside(MethodDescriptor call) => EventName().Replace(PublishesInWords(call), "");

    static IEnumerable<string> Noun(ServiceDescriptor noun, PermissionTable permissions) =>
    [
        $"### {noun.Name}\n",
        $"`{noun.FullName}`. {Contracts.Summary(noun.FullName)}\n",
        "| call | what it does | permission | held by | scope | purposes | changes | publishes |",
        "|---|---|---|---|---|---|---|---|",
        .. noun.Methods.Select(call => Row(call, Declarations.Of(call) ?? new(), permissions)),
        "",
    ];

    static string Row(MethodDescriptor call, CallAccess access, PermissionTable permissions)
    {
        string[] cells =
        [
            $"`{call.Name}`{Kind(call)}",
            Contracts.Summary(call.FullName),
            access.Permission.Length == 0 ? "" : $"`{access.Permission}`",
            access.Scope is Scope.Public ? "everybody" : permissions[access.Permission] is { Count: > 0 } grants ? string.Join(", ", Holders(grants)) : "as each service grants it",
            access.Scope.ToString().ToLowerInvariant(),
            Purposes.List(access.Purposes),
            access.Changes ? "yes" : "",
            string.Join(", ", Publishes(call).Select(e => $"`{e}`")),
        ];
        return $"| {string.Join(" | ", cells.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal)))} |";
    }

    static string Kind(MethodDescriptor call) => (call.IsClientStreaming, call.IsServerStreaming) switch
    {
        (false, false) => "",
        (false, true) => " (answers a stream)",
        (true, false) => " (takes a stream)",
        (true, true) => " (stream both ways)",
    };

    static IEnumerable<string> Holders(IReadOnlyList<Grant> grants) =>
        grants.Select(g => g.Only is Purpose.Unspecified ? g.Role : $"{g.Role} for {g.Only.Name()}");

    static PermissionTable ForEvery()
    {
        PermissionTable table = [];
        table.AddPlatformGrants();
        return table;
    }

    [GeneratedRegex(@"Publishes events?:[^.]*(\.[a-z][^.]*)*")]
    private static partial Regex Published();

    [GeneratedRegex(@"gms\.[a-z.-]+")]
    private static partial Regex EventName();
}
