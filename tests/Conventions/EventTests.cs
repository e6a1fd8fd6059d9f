using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gms.Conventions.Generated;
using Gms.Events;
using Gms.Platform;
using Xunit;

namespace Gms.Conventions;

/// <summary>What was once sent stays readable: events are only added to, and never tell who somebody is.</summary>
public sealed partial class EventTests
{
    /// <summary>Words that stand for a person's data. Who may know more asks by gRPC and is audited there.</summary>
    static readonly HashSet<string> Personal =
    [
        "Name", "Names", "Birth", "Born", "Sex", "Gender", "Nationality", "Religion", "Ethnicity", "Passport", "Phone", "Email", "Address", "Contact", "Photo", "Portrait", "Iban",
        "Health", "Diagnosis", "Pregnant", "Family", "Given", "Father", "Mother", "Spouse",
    ];

    [Fact]
    public void Every_event_is_pinned_and_only_added_to()
    {
        var faults = new List<string>();
        foreach (var happening in Happening.All)
        {
            var file = $"tests/Conventions/events/{happening.Name.Replace(':', '.')}.json";
            var now = happening.Pinned();
            var breaks = Checkout.Has(file) ? Breaks(JsonNode.Parse(Checkout.Read(file))!, now, happening.Name).ToList() : [];
            if (breaks.Count == 0)
                GeneratedFile.Keep(file, GeneratedFile.Json(now), faults);
            faults.AddRange(breaks);
        }

        Broken.None(faults, "An event is only added to, by optional properties; another meaning is another event (:2):");
    }

    [Fact]
    public void No_pinned_event_is_gone() => Broken.None(
        Checkout.Files(".json", "tests/Conventions/events").Select(Path.GetFileNameWithoutExtension).Except(Happening.All.Select(h => h.Name.Replace(':', '.')))!,
        "Kept event logs still hold these, and must stay readable:");

    [Fact]
    public void The_name_on_the_wire_says_publisher_and_event() => Broken.None(
        from happening in Happening.All
        let name = $"{Kebab(happening.Publisher)}.{Kebab(Version().Replace(happening.Type.Name, ""))}"
        where happening.Address != "gms." + name || !happening.Urn.Contains($"gms:{name.Replace('.', ':')}:", StringComparison.Ordinal)
        select $"{happening.Type.FullName}: {happening.Address}, {happening.Urn}; expected gms.{name}",
        "[EntityName] and [MessageUrn] are written out, publisher and event in kebab case:");

    [Fact]
    public void Every_event_is_published_by_a_service_that_exists() => Broken.None(
        Happening.All.Where(h => Served.All.All(s => s.Name != h.Publisher)).Select(h => h.Type.FullName!),
        "The folder under services/Events is the publishing service:");

    [Fact]
    public void Every_event_is_explained() => Broken.None(
        Happening.All.Where(h => h.Summary.Length == 0).Select(h => h.Type.FullName!),
        "An event's <summary> says what happened:");

    [Fact]
    public void No_event_tells_who_somebody_is() => Broken.None(
        from happening in Happening.All
        from property in happening.Properties
        where Words().Matches(property.Name).Any(w => Personal.Contains(w.Value))
        select $"{happening.Type.FullName}.{property.Name}",
        "Facts and ids only; these sound like a person's data:");

    [Fact]
    public void Every_property_of_an_event_is_set_once() => Broken.None(
        from happening in Happening.All
        from property in happening.Properties
        let init = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ?? false
        let required = property.IsDefined(typeof(RequiredMemberAttribute), false)
        where !init || (!required && !Samples.IsOptional(property))
        select $"{happening.Type.FullName}.{property.Name}",
        "A property is { get; init; }, and required unless it may be missing (then it is nullable):");

    [Fact]
    public void An_event_without_what_may_be_missing_reads_as_it_was_written() => Broken.None(
        from happening in Happening.All
        let json = EventJson.Write((IEvent)Samples.Of(happening.Type, full: false))
        let fault = Reading(json, happening.Type)
        where fault is not null
        select $"{happening.Type.FullName}: {fault}",
        "A property that may be missing is left out of the JSON, so it cannot be required:");

    static IEnumerable<string> Breaks(JsonNode before, JsonNode now, string name)
    {
        foreach (var part in new[] { "name", "urn" })
            if (!JsonNode.DeepEquals(before[part], now[part]))
                yield return $"{name}: {part} was {before[part]}, is {now[part]}";
        foreach (var contract in before["contracts"]!.AsArray().Select(c => c!.GetValue<string>()).Except(now["contracts"]!.AsArray().Select(c => c!.GetValue<string>())))
            yield return $"{name}: can no longer be read as {contract}";
        foreach (var fault in JsonShape.Breaks(before["schema"]!, now["schema"]!, name))
            yield return fault;
        foreach (var (property, value) in before["sample"]!.AsObject())
            if (now["sample"]!.AsObject().TryGetPropertyValue(property, out var written) && !JsonNode.DeepEquals(value, written) && value is not JsonArray and not JsonObject)
                yield return $"{name}.{property}: was written {value?.ToJsonString()}, is written {written?.ToJsonString()}";
    }

    static string? Reading(string json, System.Type type)
    {
        try
        {
            return EventJson.Write((IEvent)EventJson.Read(json, type)) == json ? null : "reads differently";
        }
        catch (System.Text.Json.JsonException fault)
        {
            return fault.Message;
        }
    }

    static string Kebab(string name) => string.Join('-', Words().Matches(name).Select(w => w.Value.ToLowerInvariant()));

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\d+$")]
    private static partial Regex Version();
}
