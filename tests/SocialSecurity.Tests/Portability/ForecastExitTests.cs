using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Tests.Portability;

public sealed class ForecastExitTests(SocialSecurityHost host) : IClassFixture<SocialSecurityHost>
{
    readonly Proto.Portability.PortabilityClient _anybody = new(host.WithToken(null));

    // Thailand: 20,000 baht, 24 months from December 2025: one month at the ceiling of 15,000 (750), 23 at 17,500 (875): 750 + 23 × 875 = 20,875.
    [Fact]
    public async Task Over_a_rise_of_the_ceiling_750_and_23_times_875_are_20875_each()
    {
        var line = (await _anybody.ForecastExitAsync(Asked())).Lines[0];

        Assert.Equal((20_875_00L, 20_875_00L, Proto.ExitState.Later, Proto.ExitBenefit.LumpSum), (line.EmployeePaid.Minor, line.EmployerPaid.Minor, line.State, line.Benefit));
        Assert.Empty(line.MembershipIds);
    }

    [Fact]
    public async Task What_cannot_be_computed_is_left_out()
    {
        var line = (await _anybody.ForecastExitAsync(Change(Asked(), r => (r.SchemeId, r.Wage) = ("TH-CMHI", null)))).Lines[0];

        Assert.Equal((null, Proto.ExitState.Unknown), (line.EmployeePaid, line.State));
    }

    [Fact]
    public async Task A_case_that_cannot_be_is_refused_by_its_field()
    {
        Assert.Equal(["first_month"], await Refused.Fields(StatusCode.InvalidArgument, () => _anybody.ForecastExitAsync(Change(Asked(), r => r.FirstMonth = new() { Year = 2026, Month = 13 }))));
        Assert.Equal(["months"], await Refused.Fields(StatusCode.InvalidArgument, () => _anybody.ForecastExitAsync(Change(Asked(), r => r.Months = 601))));
        Assert.Equal(["wage"], await Refused.Fields(StatusCode.InvalidArgument, () => _anybody.ForecastExitAsync(Change(Asked(), r => r.Wage.Currency = "LAK"))));
        Assert.Equal(["sex"], await Refused.Fields(StatusCode.InvalidArgument, () => _anybody.ForecastExitAsync(Change(Asked(), r => r.Sex = "Q"))));
        await Refused.With(StatusCode.NotFound, () => _anybody.ForecastExitAsync(Change(Asked(), r => r.SchemeId = "TH-SSF-34")));
    }

    static Proto.ForecastExitRequest Asked() => new()
    {
        SchemeId = "TH-SSF-33", FirstMonth = new() { Year = 2025, Month = 12 }, Months = 24, Wage = new() { Minor = 20_000_00, Currency = "THB" }, BirthDate = Given.Date("1999-05-20"), Sex = "F",
    };

    static Proto.ForecastExitRequest Change(Proto.ForecastExitRequest request, Action<Proto.ForecastExitRequest> change)
    {
        change(request);
        return request;
    }
}
