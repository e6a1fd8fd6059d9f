using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Types = Gms.Type.V1;

namespace Gms.Reintegration;

/// <summary>What reintegration.json says: kinds of help, programmes, reasons of return, and how sure each is. Read once at start.</summary>
public sealed class Offers
{
    readonly FrozenDictionary<string, Programme> _programmes;

    Offers(Reference reference)
    {
        Services = reference.Services.ToFrozenDictionary(s => s.Code);
        Reasons = reference.ReturnReasons.ToFrozenDictionary(r => r.Code);
        _programmes = reference.Programmes.ToFrozenDictionary(p => p.Id);
    }

    /// <summary>S01 to S14.</summary>
    public FrozenDictionary<string, Service> Services { get; }

    public FrozenDictionary<string, ReturnReason> Reasons { get; }

    public IReadOnlyCollection<string> Programmes => _programmes.Keys;

    public Programme this[string programme] => _programmes[programme];

    /// <summary>The programmes that a country's returnees can use on a day, by id.</summary>
    public IEnumerable<Programme> OpenIn(string country, DateOnly day) =>
        _programmes.Values.Where(p => p.IsOpenTo(country) && p.InForce(day)).OrderBy(p => p.Id, StringComparer.Ordinal);

    public static Offers FromReference()
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var file = assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(n => n.EndsWith(".Data.reintegration.json", StringComparison.Ordinal)))!;
        return new(JsonSerializer.Deserialize<Reference>(file, Options)!);
    }

    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter<Types.Confidence>(JsonNamingPolicy.SnakeCaseLower) },
    };

    sealed record Reference(IReadOnlyList<Service> Services, IReadOnlyList<Programme> Programmes, IReadOnlyList<ReturnReason> ReturnReasons);
}

/// <summary>A kind of help.</summary>
public sealed record Service(string Code, string Name, string TypicalPartner);

/// <summary>Why somebody came back.</summary>
public sealed record ReturnReason(string Code, string Name);

/// <summary>A national programme, or with country * one of the region.</summary>
/// <param name="Services">The services it gives; null where the reference does not say.</param>
public sealed record Programme(string Id, string Country, string Name, string Type, IReadOnlyList<string>? Services, string Source, Types.Confidence Confidence, DateOnly? EffectiveFrom, DateOnly? EffectiveTo)
{
    public bool IsOpenTo(string country) => Country == "*" || Country == country;

    public bool InForce(DateOnly day) => (EffectiveFrom is not { } from || from <= day) && (EffectiveTo is not { } to || day <= to);

    /// <summary>Whether it may give a service: only a record of which we are sure can say no.</summary>
    public bool MayGive(string service) => Services is null || Confidence == Types.Confidence.Low || Services.Contains(service);

    public Types.Source ToSource() => new()
    {
        Rule = Id,
        Text = Source,
        Confidence = Confidence,
        EffectiveFrom = EffectiveFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
    };
}
