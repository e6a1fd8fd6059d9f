using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gms.Platform;

namespace Gms.SocialSecurity.Schemes;

/// <summary>All schemes and agreements, read and checked once at start. Data that cannot be right stops the start with every fault named.</summary>
public sealed class SchemeBook
{
    static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    readonly Dictionary<string, Scheme> _byId;

    SchemeBook(IReadOnlyList<Scheme> schemes, IReadOnlyList<Agreement> agreements, EnrolmentFile enrolment)
    {
        Schemes = schemes;
        Agreements = agreements;
        EmploymentTypes = enrolment.EmploymentTypes.ToHashSet(StringComparer.Ordinal);
        Channels = enrolment.Channels.ToHashSet(StringComparer.Ordinal);
        _byId = schemes.ToDictionary(s => s.Id, StringComparer.Ordinal);
    }

    /// <summary>By country, then in the order of the reference data.</summary>
    public IReadOnlyList<Scheme> Schemes { get; }

    public IReadOnlyList<Agreement> Agreements { get; }

    public IReadOnlySet<string> EmploymentTypes { get; }

    public IReadOnlySet<string> Channels { get; }

    public Scheme? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The schemes that may concern a job: those of the country of work, and those that follow its nationals abroad.</summary>
    public IEnumerable<Scheme> Concerning(Job job) =>
        Schemes.Where(s => s.ExistsOn(job.Day) && (s.Enrolment.Abroad ? s.Country == job.Nationality && s.Country != job.Country : s.Country == job.Country));

    public static SchemeBook Load() => Read(Resource("schemes.json"), Resource("enrolment.json"), Resource("spells.json"));

    internal static SchemeBook Read(string schemes, string enrolment, string spells)
    {
        try
        {
            var file = JsonSerializer.Deserialize<SchemeFile>(schemes, Strict)!;
            var rules = JsonSerializer.Deserialize<EnrolmentFile>(enrolment, Strict)!;
            var counted = JsonSerializer.Deserialize<SpellsFile>(spells, Strict)!;
            var reading = new SchemeReading(file, rules);
            var book = new SchemeBook(SpellsReading.With(reading.Schemes(), counted, reading), reading.Agreements(), rules);
            return reading.Faults.Count == 0 ? book : throw new SettingsException(reading.Faults);
        }
        catch (JsonException fault)
        {
            throw new SettingsException([$"Data of SocialSecurity: {fault.Message}"]);
        }
    }

    internal static string Resource(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var reader = new StreamReader(assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(n => n.EndsWith("Data." + name, StringComparison.Ordinal)))!);
        return reader.ReadToEnd();
    }
}
