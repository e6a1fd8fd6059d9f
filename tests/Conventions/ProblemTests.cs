using System.Reflection;
using System.Text.RegularExpressions;
using Gms.Platform;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Xunit;

namespace Gms.Conventions;

/// <summary>Reasons of refusal: one code, one meaning, and a field that the caller knows.</summary>
public sealed partial class ProblemTests
{
    /// <summary>Stands for a field that a factory is given.</summary>
    const string Given = "§";

    /// <summary>Fields that calls of any service have under the same name.</summary>
    static readonly string[] Usual = ["request_id", "page_size", "page_token"];

    static readonly IReadOnlyList<(string Factory, Served? Service, Problem Problem)> All =
    [
        .. Made(typeof(PlatformProblems), null),
        .. Served.All.SelectMany(s => s.Assembly.GetTypes().Where(t => t.Name.EndsWith("Problems", StringComparison.Ordinal)).SelectMany(t => Made(t, s))),
    ];

    [Fact]
    public void A_code_means_one_thing_in_the_whole_registry() => Broken.None(
        All.GroupBy(p => p.Problem.Code).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(p => p.Factory))}"),
        "One code, two problems:");

    [Fact]
    public void A_code_is_capitals_and_underscores() => Broken.None(
        All.Where(p => !Code().IsMatch(p.Problem.Code)).Select(p => $"{p.Factory}: {p.Problem.Code}"),
        "Not a code:");

    [Fact]
    public void Every_problem_says_what_is_wrong_and_what_to_do() => Broken.None(
        All.Where(p => !(p.Problem.Message.EndsWith('.') || p.Problem.Message.EndsWith((string)Samples.Of(typeof(string)), StringComparison.Ordinal)) || p.Problem.Remedy is not { Length: > 0 }).Select(p => p.Factory),
        "The message is a sentence, and there is a remedy:");

    [Fact]
    public void Every_field_that_a_problem_names_is_a_field_of_some_request() => Broken.None(
        from made in All
        let field = made.Problem.Field
        where field is not null && !field.Contains(Given, StringComparison.Ordinal) && !(made.Service is null && Usual.Contains(field))
        let requests = made.Service is { } service ? service.Requests : [.. Served.ByEveryService.SelectMany(n => n.Methods).Select(m => m.InputType), .. Served.All.SelectMany(s => s.Requests)]
        where !requests.Any(request => Exists(request, Index().Replace(field, "").Split('.')))
        select $"{made.Factory}: {field}",
        "The caller is told a field by its proto path. No request of the service has:");

    [Fact]
    public void Every_code_that_a_proto_comment_promises_exists() => Broken.None(
        from service in Served.All
        from call in service.Calls
        let errors = ErrorsOf().Match(Contracts.Comment(call.FullName)).Value
        from code in Words().Matches(errors).Select(m => m.Value).Except(Statuses).Except(All.Select(p => p.Problem.Code))
        select $"{call.FullName}: {code}",
        "The comment of a call names a code that no Problems.cs has:");

    static readonly IEnumerable<string> Statuses = Enum.GetNames<StatusCode>().Select(name => Capitals().Replace(name, "_$1").ToUpperInvariant());

    static IEnumerable<(string, Served?, Problem)> Made(System.Type problems, Served? service) => problems
        .GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Where(m => m.ReturnType == typeof(Problem) && !m.Name.Contains('<', StringComparison.Ordinal))
        .Select(m => ($"{problems.FullName}.{m.Name}", service, (Problem)m.Invoke(null, [.. m.GetParameters().Select(p => p.Name!.EndsWith("field", StringComparison.OrdinalIgnoreCase) ? Given : Samples.Of(p.ParameterType))])!));

    static bool Exists(MessageDescriptor message, ReadOnlySpan<string> path) =>
        message.FindFieldByName(path[0]) is { } field && (path.Length == 1 || (field.FieldType is FieldType.Message && Exists(field.MessageType, path[1..])));

    [GeneratedRegex("^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$")]
    private static partial Regex Code();

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Index();

    [GeneratedRegex(@"Errors:(.|\n(?!\n))*")]
    private static partial Regex ErrorsOf();

    [GeneratedRegex("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+")]
    private static partial Regex Words();

    [GeneratedRegex("(?<=[a-z])([A-Z])")]
    private static partial Regex Capitals();
}
