using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gms.DepartureOrientation.Curricula;
using Types = Gms.Type.V1;

namespace Gms.DepartureOrientation;

/// <summary>What orientation.json says: national programmes with their minimums, core topics, and how sure each is. Read once at start.</summary>
public sealed class Programmes
{
    readonly FrozenDictionary<string, Programme> _byId;
    readonly FrozenDictionary<string, CertificateCondition> _conditions;

    Programmes(Reference reference)
    {
        _byId = reference.Programmes.ToFrozenDictionary(p => p.Id);
        _conditions = reference.CertificateConditions.ToFrozenDictionary(c => c.Programme);
        Topics = reference.CommonCoreTopics.Select(t => t.Code).ToFrozenSet();
        Sectors = reference.Sectors.Codes.ToFrozenSet();
        Templates = reference.Templates;
        TrainingDay = reference.Conventions.Single(c => c.Code == "TRAINING_DAY_MINUTES");
    }

    /// <summary>Codes of the common core topics.</summary>
    public FrozenSet<string> Topics { get; }

    /// <summary>Codes of the sectors of work, as everywhere in the registry.</summary>
    public FrozenSet<string> Sectors { get; }

    /// <summary>Curricula that are data, to publish from.</summary>
    public IReadOnlyList<Template> Templates { get; }

    /// <summary>How many minutes a training day counts: our own working figure, of low confidence.</summary>
    public Convention TrainingDay { get; }

    public IReadOnlyCollection<string> Ids => _byId.Keys;

    /// <summary>All programmes, by id.</summary>
    public IEnumerable<Programme> All => _byId.Values.OrderBy(p => p.Id, StringComparer.Ordinal);

    public Programme this[string id] => _byId[id];

    /// <summary>The programme that a country's workers go through at a stage; null when none was in force on that day.</summary>
    public Programme? Of(string country, Stage stage, DateOnly day) =>
        _byId.Values.Where(p => p.Country == country && p.Fits(stage) && p.InForce(day)).MaxBy(p => p.EffectiveFrom);

    /// <summary>How sure it is that no worker may leave without the programme's certificate. What no record says is of low confidence.</summary>
    public Types.Confidence ConditionOf(Programme programme) =>
        _conditions.TryGetValue(programme.Id, out var condition) ? condition.Confidence : Types.Confidence.Low;

    /// <summary>What the record says of that condition; else where the programme itself comes from.</summary>
    public string ConditionSource(Programme programme) => _conditions.TryGetValue(programme.Id, out var condition) ? condition.Source : programme.Source;

    public static Programmes FromReference()
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var file = assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(n => n.EndsWith(".Data.orientation.json", StringComparison.Ordinal)))!;
        return new(JsonSerializer.Deserialize<Reference>(file, Options)!);
    }

    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter<Types.Confidence>(JsonNamingPolicy.SnakeCaseLower) },
    };

    sealed record Reference(IReadOnlyList<Programme> Programmes, IReadOnlyList<Topic> CommonCoreTopics, IReadOnlyList<CertificateCondition> CertificateConditions, IReadOnlyList<Convention> Conventions, SectorList Sectors, IReadOnlyList<Template> Templates);

    sealed record SectorList(IReadOnlyList<string> Codes);

    sealed record Topic(string Code);

    sealed record CertificateCondition(string Programme, string Source, Types.Confidence Confidence);
}

/// <summary>A national (or, with country *, an international) programme of orientation.</summary>
public sealed record Programme(string Id, string Country, string Stage, string Name, ProgrammeDuration? Duration, string Source, Types.Confidence Confidence, DateOnly? EffectiveFrom, DateOnly? EffectiveTo)
{
    public bool InForce(DateOnly day) => (EffectiveFrom is not { } from || from <= day) && (EffectiveTo is not { } to || day <= to);

    public bool Fits(Stage stage) => stage switch
    {
        Curricula.Stage.PreDecision => Stage == "pre_decision",
        Curricula.Stage.PreDeparture => Stage is "pre_departure" or "pre_departure_or_post_arrival",
        Curricula.Stage.PostArrival => Stage is "post_arrival" or "pre_departure_or_post_arrival",
        Curricula.Stage.Return or Curricula.Stage.TrainingOfTrainers => false,
    };

    public bool IsOpenTo(string country) => Country == "*" || Country == country;

    /// <summary>As the origin of a check, with the confidence of what the check claims when that is lower than the programme's own.</summary>
    public Types.Source ToSource(string text, Types.Confidence confidence) => new()
    {
        Rule = Id,
        Text = text,
        Confidence = confidence > Confidence ? confidence : Confidence,    // a higher number is less sure
        EffectiveFrom = EffectiveFrom?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };
}

/// <summary>How long a programme takes, in the unit its text states; nulls where it states none.</summary>
/// <param name="Corridor">The only corridor the length is stated for, as KH-TH; null for all.</param>
public sealed record ProgrammeDuration(int? Days, int? Hours, string? Corridor);

/// <summary>A figure of the registry's own, because no text states one.</summary>
public sealed record Convention(string Code, int Value, string Name, string Source, Types.Confidence Confidence);

/// <summary>A curriculum that is data: nothing is in force by it until an office publishes from it.</summary>
public sealed record Template(string Id, string Country, string Title, string Stage, string? Programme, string Source, Types.Confidence Confidence, DateOnly? EffectiveFrom, string Note, IReadOnlyList<TemplateModule> Modules);

/// <summary>A module of a template. <paramref name="OfficialTitle"/> is false where the published title is not known.</summary>
public sealed record TemplateModule(string Code, int Version, string WorkingTitle, bool OfficialTitle, int Minutes, IReadOnlyList<string> Languages, bool RightsBased, bool GenderResponsive, IReadOnlyList<string> Topics, string Stage);
