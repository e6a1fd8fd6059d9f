using System.Text;
using Gms.Platform;
using Gms.Registry.Erasures;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Passes;

public sealed class GetPassTests(PassesHost host) : IClassFixture<PassesHost>
{
    [Fact]
    public async Task A_cleared_departure_has_a_pass_that_is_good_on_its_day_with_no_network()
    {
        var departure = await host.Cleared();

        var pass = await host.Of(departure.DepartureId);

        var verdict = await host.Offline(pass.Text, PassesHost.OnTheDay(departure));
        Assert.Equal(("PASS_VALID", departure.WorkerNumber, pass.PassId), (verdict.Code, verdict.Pass!.WorkerNumber, verdict.Pass.PassId.ToString()));
        Assert.Equal("PASS_NOT_YET_VALID", (await host.Offline(pass.Text, DateTimeOffset.UtcNow)).Code);
    }

    [Fact]
    public async Task The_text_is_not_in_the_database()
    {
        var departure = await host.Cleared();
        var pass = await host.Of(departure.DepartureId);

        var stored = await host.Host.Db(db => db.Passes.SingleAsync(p => p.DepartureId == Guid.Parse(departure.DepartureId)));

        Assert.DoesNotContain(pass.Text, Encoding.Latin1.GetString(stored.TextEncrypted!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_drawn_as_png_and_svg()
    {
        var departure = await host.Cleared();

        Assert.Equal([0x89, 0x50, 0x4E, 0x47], (await host.Of(departure.DepartureId, Proto.QrPicture.Png)).Picture.ToByteArray()[..4]);
        Assert.StartsWith("<svg", (await host.Of(departure.DepartureId, Proto.QrPicture.Svg)).Picture.ToStringUtf8(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_worker_and_the_agency_read_it_and_nobody_else()
    {
        var departure = await host.Cleared();
        var request = new Proto.GetPassRequest { DepartureId = departure.DepartureId };

        await host.As(Who.TheWorker(departure.WorkerNumber), "own-record").GetPassAsync(request);
        await host.As(Who.Is(Role.AgencyOfficer, "LA") with { Agency = Given.Agency }).GetPassAsync(request);

        Assert.Equal(["PASS_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => host.As(DeparturesHost.Officer("VN")).GetPassAsync(request)));
        Assert.Equal(["PASS_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => host.As(Who.TheWorker("LA-7KQ2-M9XD-R"), "own-record").GetPassAsync(request)));
    }

    [Fact]
    public async Task Of_an_erased_person_the_text_is_gone_and_the_revocation_bit_stays()
    {
        var departure = await host.Cleared();
        var pass = await host.Of(departure.DepartureId);

        await host.Host.Db(db => PersonsData.Erase(db, departure.WorkerNumber, DateTimeOffset.UtcNow, TestContext.Current.CancellationToken));

        Assert.Equal(["WORKER_ERASED"], await Refused.Codes(StatusCode.FailedPrecondition, () => host.As(DeparturesHost.Officer("LA")).GetPassAsync(new() { DepartureId = departure.DepartureId })));
        var kept = await host.Host.Db(db => db.Passes.SingleAsync(p => p.Id == Guid.Parse(pass.PassId)));
        Assert.Null(kept.TextEncrypted);
    }

    [Fact]
    public async Task A_held_departure_has_none_until_an_officer_clears_it()
    {
        var worker = await host.Departures.Enrolled("KH", "BORDER_PASS");
        var officer = host.Departures.Departures(DeparturesHost.Officer("KH"));
        var held = (await officer.RegisterDepartureAsync(Given.Application(worker, "KH", "BORDER_S64", "TH-KH-01", employment: "AGRICULTURAL_SEASONAL"))).Departure;
        var passes = host.As(DeparturesHost.Officer("KH"));
        var request = new Proto.GetPassRequest { DepartureId = held.DepartureId };
        Assert.Equal(["PASS_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => passes.GetPassAsync(request)));

        await officer.DecideHeldAsync(new() { RequestId = Guid.NewGuid().ToString(), DepartureId = held.DepartureId, Decision = Proto.OfficerDecision.Clear, Reason = "The crossing was seen open today." });

        Assert.StartsWith("GMSP1:", (await passes.GetPassAsync(request)).Text, StringComparison.Ordinal);
    }
}
