using System.Text.RegularExpressions;
using Gms.Platform;
using Google.Protobuf.Reflection;
using Xunit;

namespace Gms.Conventions;

/// <summary>What is told of a person is declared, and nobody fishes for people.</summary>
public sealed partial class DisclosureTests
{
    /// <summary>Answers that name a worker and are no disclosure, with the reason.</summary>
    static readonly Dictionary<string, string> NoDisclosure = new()
    {
        ["gms.disclosures.v1.Disclosures.ListRecorded"] = "only the Registry asks; the asking is disclosed there, once",
        ["gms.access.v1.Accounts.ListAccounts"] = "accounts of an organisation; a worker's own account belongs to none",
        ["gms.registry.v1.Drafts.GetDraft"] = "what the account itself entered, from no record",
        ["gms.registry.v1.Drafts.ListDrafts"] = "what the account itself entered, from no record",
        ["gms.registry.v1.Documents.ReadMachineReadableZone"] = "says what stands in the lines that were sent, from no record",
    };

    /// <summary>Nouns in which people are counted or compared by such facts.</summary>
    static readonly string[] MayAskByFacts = ["Statistics", "Duplicates"];

    static IEnumerable<(string Service, MethodDescriptor Call)> Calls => Served.All.SelectMany(s => s.Calls.Select(c => (s.Name, c)))
        .Concat(Served.ByEveryService.SelectMany(n => n.Methods).Select(c => ("Platform", c)));

    [Fact]
    public void What_a_call_s_code_discloses_is_declared_in_its_proto() => Broken.None(
        from call in Calls
        let file = call.Service == "Platform" ? $"services/Platform/{call.Call.Service.Name}/{call.Call.Name}.cs" : $"services/{call.Service}/{call.Call.Service.Name}/{call.Call.Name}.cs"
        where Checkout.Has(file)
        from field in Told().Matches(Checkout.Read(file)).SelectMany(m => Words().Matches(m.Value)).Select(m => m.Groups[1].Value)
        where Declarations.Of(call.Call)?.Discloses.Contains(field) != true
        select $"{call.Call.FullName}: {field}",
        "call.Disclose(…) names what (gms.type.v1.access).discloses does not:");

    [Fact]
    public void An_answer_that_names_a_worker_or_a_person_is_a_disclosure() => Broken.None(
        from call in Calls
        where Declarations.Of(call.Call) is { Changes: false, Discloses.Count: 0 } && !NoDisclosure.ContainsKey(call.Call.FullName)
        from field in Fields(call.Call.OutputType, []).Where(IsPerson)
        select $"{call.Call.FullName}: {field.FullName}",
        "A call that answers this declares what it discloses, or stands on the list of this test with a reason:");

    [Fact]
    public void A_field_group_is_a_word_in_snake_case() => Broken.None(
        from call in Calls
        from field in Declarations.Of(call.Call)?.Discloses ?? []
        where !Group().IsMatch(field)
        select $"{call.Call.FullName}: {field}",
        "The audit separates them by spaces:");

    [Fact]
    public void Nobody_lists_people_by_age_birth_date_or_sex() => Broken.None(
        from call in Calls
        where !MayAskByFacts.Contains(call.Call.Service.Name) && IsList(call.Call)
        from field in Fields(call.Call.InputType, [])
        where PersonFact().IsMatch(field.Name)
        select $"{call.Call.FullName}: {field.FullName}",
        "Whoever could list people by such facts could find those to send to an army. Figures are for Statistics, likeness for the duplicate search:");

    [Fact]
    public void The_list_of_disclosures_asks_every_other_service() => Broken.None(
        Served.All.Select(s => s.Name).Where(name => name != "Registry" && !Checkout.Read("services/Registry/Disclosures/DisclosureSources.cs").Contains($"\"{name}\"", StringComparison.Ordinal)),
        "A service whose disclosures the person never sees:");

    static bool IsList(MethodDescriptor call) =>
        call.IsServerStreaming || ListName().IsMatch(call.Name) || call.InputType.FindFieldByName("page_token") is not null;

    static bool IsPerson(FieldDescriptor field) =>
        field.Name is "worker_number" or "worker_numbers" || (field.FieldType is FieldType.Message && field.MessageType.FullName == "gms.type.v1.PersonName");

    static IEnumerable<FieldDescriptor> Fields(MessageDescriptor message, HashSet<string> seen) =>
        seen.Add(message.FullName) ? message.Fields.InDeclarationOrder().SelectMany(f => f.FieldType is FieldType.Message ? Fields(f.MessageType, seen).Prepend(f) : [f]) : [];

    [GeneratedRegex(@"call\.Disclose(UnderEach)?\([^;]*\);")]
    private static partial Regex Told();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Words();

    [GeneratedRegex("^[a-z]+(_[a-z]+)*$")]
    private static partial Regex Group();

    [GeneratedRegex("^(List|Find|Search|Watch|Export)")]
    private static partial Regex ListName();

    [GeneratedRegex(@"(^|_)(age|ages|birth|born|sex|gender)(_|$)")]
    private static partial Regex PersonFact();
}
