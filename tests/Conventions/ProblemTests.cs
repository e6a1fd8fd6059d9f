using System.Reflection;
using System.Text.Json;
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

    /// <summary>What no reader of a page can do anything about: the page, or a program, asked wrongly.</summary>
    static readonly string[] FaultsOfPrograms =
    [
        "ACCOUNT_IDS_TOO_MANY", "AUDIT_OF_WHOM", "CONCERN_SECRET_HASH_MALFORMED", "CONTRACT_WINDOW_TURNED",
        "ASKER_NOT_ALLOWED", "BATCH_SIZE", "CALL_NOT_DECLARED", "COUNTRY_MALFORMED", "DISCLOSURE_POSITION_MALFORMED", "EXPORT_NOT_FOUND", "EXPORT_POSITION_MALFORMED", "EXPORT_WITHOUT_CHANGES",
        "EXPORT_WITHOUT_WORKERS", "IMPORT_HEADER_CHANGED", "IMPORT_HEADER_MISSING", "IMPORT_ROW_GAP", "IMPORT_TOO_MANY_ROWS", "PURPOSE_MISSING", "PURPOSE_NOT_ALLOWED", "REPLAY_POSITION_MALFORMED",
        "TEST_CLOCK_NOT_ALLOWED", "TOKEN_MISSING",
    ];

    /// <summary>Of rows in a file, which are told with the service's own words, and of work items, which no page decides.</summary>
    static readonly string[] Elsewhere =
    [
        "CSV_FIELD_COUNT", "CSV_QUOTE", "CSV_ROW_TOO_LONG", "MONEY_MALFORMED", "PARTIAL_DAY_MALFORMED", "ROW_NOT_SAVED", "TEXT_FORMULA",
        "WORK_ITEM_CLOSED", "WORK_ITEM_DECIDED_ELSEWHERE", "WORK_ITEM_DECISION_UNKNOWN", "WORK_ITEM_NOT_FOUND", "WORK_ITEM_NOT_YOURS", "WORK_ITEM_TAKEN",
    ];

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

    /// <summary>Who is refused at a page reads why in the own language: what any call may answer, and each code that the comment of a call made there names, has its text.</summary>
    [Fact]
    public void What_a_page_of_the_Portal_may_be_refused_is_told_in_its_languages()
    {
        var told = JsonSerializer.Deserialize<Dictionary<string, string>>(Checkout.Read("services/Portal/Languages/Problems/en.json"))!;
        var pages = string.Concat(Checkout.Files(".cs", "services/Portal").Concat(Checkout.Files(".razor", "services/Portal")).Select(Checkout.Read));
        var calls = Served.All.SelectMany(s => s.Calls)
            .Where(c => pages.Contains($"{c.Service.Name}Client", StringComparison.Ordinal) && pages.Contains($".{c.Name}Async(", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(calls);
        var possible = All.Where(p => p.Service is null).Select(p => (Where: "any call", p.Problem.Code))
            .Concat(calls.SelectMany(call => Promised(call, []).Select(code => (Where: call.FullName, Code: code))));
        Broken.None(
            from one in possible
            where !Statuses.Contains(one.Code) && !FaultsOfPrograms.Contains(one.Code) && !Elsewhere.Contains(one.Code)
            where !told.ContainsKey($"problem.{one.Code}") || !told.ContainsKey($"problem.{one.Code}.do")
            select $"{one.Where}: {one.Code}",
            "Not told in services/Portal/Languages/Problems/en.json (problem.CODE and problem.CODE.do), nor a fault of a program:");
    }

    /// <summary>The codes that the comment of a call names, and of the calls that it says it refuses as.</summary>
    static IEnumerable<string> Promised(MethodDescriptor call, HashSet<MethodDescriptor> seen)
    {
        if (!seen.Add(call))
            return [];
        var errors = ErrorsOf().Match(Contracts.Comment(call.FullName)).Value;
        return Words().Matches(errors).Select(m => m.Value)
            .Concat(RefusesAs().Matches(errors).Select(m => call.Service.FindMethodByName(m.Groups[1].Value)).OfType<MethodDescriptor>().SelectMany(other => Promised(other, seen))).Distinct();
    }

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

    [GeneratedRegex(@"\bas ([A-Z]\w+)")]
    private static partial Regex RefusesAs();

    [GeneratedRegex("(?<=[a-z])([A-Z])")]
    private static partial Regex Capitals();
}
