using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Tests.Schemes;

public sealed class ListSchemesTests(SocialSecurityHost host) : IClassFixture<SocialSecurityHost>
{
    readonly Proto.Schemes.SchemesClient _anybody = new(host.WithToken(null));

    [Fact]
    public async Task Anybody_can_page_through_all_29_schemes_each_once()
    {
        var ids = new List<string>();
        var token = "";
        do
        {
            var page = await _anybody.ListSchemesAsync(new() { PageSize = 10, PageToken = token });
            ids.AddRange(page.Schemes.Select(s => s.SchemeId));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.Equal((29, 29), (ids.Count, ids.Distinct().Count()));
    }

    [Fact]
    public async Task Thailand_has_eight() => Assert.Equal(8, (await _anybody.ListSchemesAsync(new() { Country = "TH" })).Schemes.Count);

    [Fact]
    public async Task A_scheme_is_told_with_rates_branches_sources_and_confidence()
    {
        var scheme = (await _anybody.GetSchemeAsync(new() { SchemeId = "TH-SSF-33" })).Scheme;

        Assert.Equal([15_000_00L, 17_500_00L, 20_000_00L, 23_000_00L], scheme.Rates.Select(r => r.BaseMost.Minor));
        Assert.Equal(8, scheme.Branches.Count);
        Assert.All(scheme.Branches, b => Assert.True(b.Source.Text.Length > 0 && b.Source.Confidence != Type.V1.Confidence.Unspecified));
        Assert.Contains("50 satang", scheme.Rounding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_agreement_of_Viet_Nam_and_Korea_is_told_with_the_scheme() =>
        Assert.Contains((await _anybody.GetSchemeAsync(new() { SchemeId = "VN-SI-COMP" })).Agreements, a => a is { AgreementId: "VN-KR", Totalisation: true });

    [Fact]
    public async Task A_scheme_that_is_not_there_is_not_found() =>
        Assert.Equal(["SCHEME_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => _anybody.GetSchemeAsync(new() { SchemeId = "TH-1" })));
}
