using Gms.Registry.Corridors;
using Gms.Registry.Workers;

namespace Gms.Registry.Documents.Formats;

/// <summary>The three letters of states and of people without one in machine-readable zones. Data.</summary>
sealed class MrzCountries
{
    readonly Dictionary<string, MrzNationality> _codes;

    public MrzCountries()
    {
        var file = DataFile.Read<MrzCountryFile>("mrz_countries");
        _codes = file.Alpha3.ToDictionary(c => c.Key, c => new MrzNationality(c.Value, NationalityStatus.Known, false));
        foreach (var code in file.Icao)
            _codes.Add(code.Code, new(code.Alpha2, code.Status is MrzStatus.Known ? NationalityStatus.Known : code.Status is MrzStatus.Stateless ? NationalityStatus.Stateless : NationalityStatus.Unknown, code.Status is MrzStatus.Refugee));
    }

    /// <summary>What a code says; null for one that is not known.</summary>
    public MrzNationality? Find(string code) => _codes.GetValueOrDefault(code);

    enum MrzStatus
    {
        Known,
        Stateless,
        Refugee,
        Unknown,
    }

    sealed record MrzCountryFile([property: System.Text.Json.Serialization.JsonPropertyName("alpha_3")] Dictionary<string, string> Alpha3, IReadOnlyList<MrzCode> Icao);

    sealed record MrzCode(string Code, [property: System.Text.Json.Serialization.JsonPropertyName("alpha_2")] string? Alpha2, MrzStatus Status);
}

/// <summary>What the code of a state or of a person without one means.</summary>
sealed record MrzNationality(string? Country, NationalityStatus Status, bool Refugee);
