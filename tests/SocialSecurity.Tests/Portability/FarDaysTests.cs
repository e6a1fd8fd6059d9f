using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Tests.Portability;

/// <summary>A day near the calendar's end leaves no room to count months from it: it is refused by its field, never an error.</summary>
public sealed class FarDaysTests(SocialSecurityHost host) : IClassFixture<SocialSecurityHost>
{
    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("9001-01-01")]
    public async Task A_day_with_no_room_after_it_is_refused_by_its_field(string text)
    {
        var day = Given.Date(text);
        var worker = host.Worker();
        var membership = (await Memberships.StartMembershipAsync(Given.Start(worker))).MembershipId;

        await Refusing("day", () => Coverage.CheckCoverageAsync(Given.Coverage(worker, text)));
        await Refusing("day", () => Coverage.ConfirmCoverageAsync(new() { WorkerNumber = worker, Country = "TH", Day = day }));
        await Refusing("first_month", () => Memberships.ExplainMonthsAsync(new() { WorkerNumber = worker, SchemeId = "TH-SSF-33", FirstMonth = day, LastMonth = day }, Given.OfficersPurpose));
        await Refusing("from_day", () => Portability.CertifyCoverageAsync(new() { RequestId = Guid.NewGuid().ToString(), MembershipId = membership, Host = "LA", FromDay = day, ToDay = day }));
        await Refusing("leaving_on", () => Portability.CalculateExitAsync(new() { WorkerNumber = worker, Country = "TH", LeavingOn = day }, Given.OfficersPurpose));
    }

    [Fact]
    public async Task The_last_day_that_is_taken_is_answered()
    {
        const string Last = "9000-12-31";
        var worker = host.Worker();
        host.Trust("TH");
        await Memberships.StartMembershipAsync(Given.Start(worker));

        await Coverage.CheckCoverageAsync(Given.Coverage(worker, Last));
        await Coverage.ConfirmCoverageAsync(new() { WorkerNumber = worker, Country = "TH", Day = Given.Date(Last) });
        await Memberships.ExplainMonthsAsync(new() { WorkerNumber = worker, SchemeId = "TH-SSF-33", FirstMonth = Given.Date(Last), LastMonth = Given.Date(Last) }, Given.OfficersPurpose);
        await Portability.CalculateExitAsync(new() { WorkerNumber = worker, Country = "TH", LeavingOn = Given.Date(Last) }, Given.OfficersPurpose);
    }

    Proto.Memberships.MembershipsClient Memberships => new(host.Officer());

    Proto.Coverage.CoverageClient Coverage => new(host.As(Who.Is(Role.SocialSecurityOfficer, "TH"), "social-security", Given.Now));

    Proto.Portability.PortabilityClient Portability => new(host.Officer());

    static async Task Refusing<T>(string field, Func<AsyncUnaryCall<T>> call) => Assert.Equal([field], await Refused.Fields(StatusCode.InvalidArgument, call));
}
