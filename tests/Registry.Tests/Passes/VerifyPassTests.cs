using Gms.Platform;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Passes;

public sealed class VerifyPassTests(PassesHost host) : IClassFixture<PassesHost>
{
    [Fact]
    public async Task A_post_sees_a_valid_pass_with_its_lines_and_the_worker_sees_the_post()
    {
        var departure = await host.Cleared();
        var pass = await host.Of(departure.DepartureId);

        var answer = await host.Post(clock: PassesHost.OnTheDay(departure)).VerifyPassAsync(new() { Text = pass.Text });

        Assert.Equal(("PASS_VALID", departure.WorkerNumber, "LA", "TH", Proto.PassMark.Pass, 0), (answer.Verdict, answer.Pass.WorkerNumber, answer.Pass.Origin, answer.Pass.Destination, answer.Pass.Coverage, answer.Exits));
        Assert.Equal(departure.DepartureId, answer.DepartureId);
        var read = await host.Host.Db(db => db.Set<AuditRow>().SingleAsync(a => a.Subject == departure.WorkerNumber && a.Call.EndsWith("VerifyPass")));
        Assert.Equal(("border-officer@TH", "border-control"), (read.Account, read.Purpose));
    }

    [Fact]
    public async Task A_pass_that_was_used_says_so()
    {
        var departure = await host.Cleared();
        var pass = await host.Of(departure.DepartureId);
        var noon = PassesHost.OnTheDay(departure);
        var crossings = new Proto.Crossings.CrossingsClient(host.Host.As(Who.Is(Role.BorderOfficer, "LA"), "border-control", noon));
        await crossings.RecordExitAsync(new() { RequestId = Guid.NewGuid().ToString(), DepartureId = departure.DepartureId, Country = "LA" });

        Assert.Equal(1, (await host.Post(clock: noon).VerifyPassAsync(new() { Text = pass.Text })).Exits);
    }

    [Theory]
    [InlineData("nothing", "PASS_UNREADABLE")]
    [InlineData("GMSP1:6BF+70790T9", "PASS_TRUNCATED")]
    public async Task What_is_no_pass_is_an_answer_and_no_error(string text, string verdict)
    {
        var answer = await host.Post().VerifyPassAsync(new() { Text = text });

        Assert.Equal((verdict, null), (answer.Verdict, answer.Pass));
        Assert.NotEmpty(answer.Remedy);
    }

    [Fact]
    public async Task Before_and_after_its_days_it_says_so()
    {
        var departure = await host.Cleared();
        var pass = await host.Of(departure.DepartureId);
        var noon = PassesHost.OnTheDay(departure);

        Assert.Equal("PASS_NOT_YET_VALID", (await host.Post(clock: noon.AddDays(-1)).VerifyPassAsync(new() { Text = pass.Text })).Verdict);
        Assert.Equal("PASS_EXPIRED", (await host.Post(clock: noon.AddDays(31)).VerifyPassAsync(new() { Text = pass.Text })).Verdict);
    }

    [Fact]
    public async Task A_pass_between_two_other_countries_is_none_of_the_post_s()
    {
        var pass = await host.Of((await host.Cleared()).DepartureId);

        Assert.Equal(["PASS_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => host.Post("VN").VerifyPassAsync(new() { Text = pass.Text })));
    }

    [Fact]
    public async Task A_right_signature_on_a_pass_that_was_never_issued_is_reported()
    {
        var departure = await host.Cleared();
        var pass = await host.Of(departure.DepartureId);
        var shown = (await host.Offline(pass.Text, PassesHost.OnTheDay(departure))).Pass!;
        var key = new KeyFolder(Path.Combine(host.Host.Folder, "keys"), mayCreate: false).Current(KeyKind.Credential, "LA");
        var made = Gms.Credentials.PassText.Sign(shown with { PassId = Guid.NewGuid() }, key.Key);

        Assert.Equal("PASS_NOT_ON_RECORD", (await host.Post(clock: PassesHost.OnTheDay(departure)).VerifyPassAsync(new() { Text = made })).Verdict);
    }

    [Fact]
    public async Task No_text_and_too_much_text_are_refused()
    {
        Assert.Equal(["text"], await Refused.Fields(StatusCode.InvalidArgument, () => host.Post().VerifyPassAsync(new())));
        Assert.Equal(["PASS_TEXT_TOO_LONG"], await Refused.Codes(StatusCode.InvalidArgument, () => host.Post().VerifyPassAsync(new() { Text = new('A', 6001) })));
    }

    [Fact]
    public async Task Only_a_border_post_or_ministry_may_ask()
    {
        var agency = host.As(Who.AgencyOfficer(Given.Agency, "LA"), "border-control");

        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(async () => await agency.VerifyPassAsync(new() { Text = "GMSP1:" }))).StatusCode);
    }
}
