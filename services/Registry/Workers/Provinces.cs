using Gms.Platform;
using Gms.Registry.Corridors;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Workers;

/// <summary>
/// The provinces of the six countries, and both layers of Viet Nam's: 63 (ISO 3166-2, VN-44) until June 2025 and 34 (national codes,
/// written VN.91) since. The same letters mean other places in the two layers, so each keeps codes of its own. Data.
/// </summary>
sealed class Provinces
{
    const string NewLayer = "2025_34";

    readonly Dictionary<string, Province> _provinces = [];
    readonly ILookup<string, Province> _otherLayer;
    readonly HashSet<string> _oldVietnamese;

    public Provinces()
    {
        var file = DataFile.Read<SubdivisionFile>("subdivisions");
        var changed = file.Vn2025.Min(v => v.EffectiveFrom);
        foreach (var row in file.Subdivisions)
            _provinces.Add(row.Code, new(row.Code, row.NameEn, row.NameLocal, row.Layer, null, row.Layer is null ? row.ValidTo : changed.AddDays(-1)));
        foreach (var row in file.Vn2025)
            _provinces.Add($"VN.{row.CodeNational}", new($"VN.{row.CodeNational}", row.NameEn, row.NameLocal, NewLayer, row.EffectiveFrom, null));

        var old = file.Subdivisions.Where(s => s.Country == "VN").ToDictionary(s => s.NationalCode!, s => _provinces[s.Code]);
        var pairs = file.Vn2025.SelectMany(v => v.OldNationalCodes.Select(code => (New: _provinces[$"VN.{v.CodeNational}"], Old: old[code]))).ToList();
        _otherLayer = pairs.Select(p => (p.Old.Code, Other: p.New)).Concat(pairs.Select(p => (p.New.Code, Other: p.Old))).ToLookup(p => p.Code, p => p.Other);
        _oldVietnamese = [.. old.Keys];
    }

    /// <summary>A code of either layer; refuses what is no province.</summary>
    public string? ReadOptional(string text, string field) =>
        Read.OptionalText(text, field, 6) is not { } code ? null : _provinces.ContainsKey(code) ? code : throw Refuse.Invalid(Problems.ProvinceUnknown(field));

    /// <summary>The recorded province first, then what it is in the other layer: one for an old code, those it was formed from for a new one.</summary>
    public IEnumerable<Proto.ProvinceOnRecord> Layers(string? code) =>
        code is not null && _provinces.TryGetValue(code, out var recorded) ? _otherLayer[code].Prepend(recorded).Select(p => p.ToProto()) : [];

    /// <summary>Whether personal numbers of Viet Nam begin with this code (two digits): they keep the 63 old ones.</summary>
    public bool HasOldVietnameseCode(string nationalCode) => _oldVietnamese.Contains(nationalCode);

    sealed record Province(string Code, string Name, string NameLocal, string? Layer, DateOnly? From, DateOnly? Until)
    {
        public Proto.ProvinceOnRecord ToProto() => new()
        {
            Code = Code,
            Name = Name,
            NameLocal = NameLocal,
            Layer = Layer ?? "",
            ValidFrom = From?.ToProto(),
            ValidUntil = Until?.ToProto(),
        };
    }

    sealed record SubdivisionFile(IReadOnlyList<SubdivisionRow> Subdivisions, [property: System.Text.Json.Serialization.JsonPropertyName("vn_2025")] IReadOnlyList<NewProvinceRow> Vn2025);

    sealed record SubdivisionRow(string Code, string Country, string NameEn, string NameLocal, string? NationalCode, string? Layer, DateOnly? ValidTo);

    sealed record NewProvinceRow(string CodeNational, string NameEn, string NameLocal, IReadOnlyList<string> OldNationalCodes, DateOnly EffectiveFrom);
}
