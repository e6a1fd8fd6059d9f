using Gms.Platform;
using Gms.Registry.Workers;
using Xunit;

namespace Gms.Registry.Tests.Workers;

public sealed class ProvincesTests
{
    static readonly Provinces Provinces = new();

    [Fact]
    public void A_province_of_before_July_2025_names_the_one_it_became() => Assert.Equal(
        [("VN-03", "Hà Giang", "pre_2025_63", true), ("VN.08", "Tuyên Quang", "2025_34", false)], Layers("VN-03"));

    [Fact]
    public void A_province_of_today_names_those_it_was_formed_from() => Assert.Equal(
        [("VN.91", "An Giang", "2025_34", false), ("VN-44", "An Giang", "pre_2025_63", true), ("VN-47", "Kiên Giang", "pre_2025_63", true)], Layers("VN.91").OrderBy(l => l.Code[2] == '-').ThenBy(l => l.Code));

    [Fact]
    public void The_layers_meet_on_the_first_of_July_2025()
    {
        var (old, now) = (Provinces.Layers("VN-03").First(), Provinces.Layers("VN-03").Last());

        Assert.Equal(((2025, 6, 30), (2025, 7, 1)), ((old.ValidUntil.Year, old.ValidUntil.Month, old.ValidUntil.Day), (now.ValidFrom.Year, now.ValidFrom.Month, now.ValidFrom.Day)));
    }

    [Fact]
    public void Both_layers_hold_every_province_once() => Assert.Equal((63, 34), (Enumerable.Range(1, 99).Count(n => Provinces.HasOldVietnameseCode($"{n:00}")), Enumerable.Range(1, 99).Count(n => Provinces.Layers($"VN.{n:00}").Any())));

    [Fact]
    public void Elsewhere_there_is_one_layer() => Assert.Equal([("LA-SV", "", false)], Layers("LA-SV").Select(l => (l.Code, l.Layer, l.Ended)));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void No_province_has_no_layers(string? code) => Assert.Empty(Provinces.Layers(code));

    [Theory]
    [InlineData("VN.99")]
    [InlineData("vn-03")]
    [InlineData("Hanoi")]
    public void What_is_no_province_is_refused_with_its_field(string code) =>
        Assert.Equal(("PROVINCE_UNKNOWN", "here"), Assert.Throws<RefusedException>(() => Provinces.ReadOptional(code, "here")).Problems.Select(p => (p.Code, p.Field)).Single());

    static IEnumerable<(string Code, string Name, string Layer, bool Ended)> Layers(string code) => Provinces.Layers(code).Select(p => (p.Code, p.NameLocal, p.Layer, p.ValidUntil is not null));
}
