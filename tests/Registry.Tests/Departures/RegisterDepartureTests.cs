using Gms.DepartureOrientation.V1;
using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.SocialSecurity.V1;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Departures;

public sealed class RegisterDepartureTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    readonly Proto.Departures.DeparturesClient _officer = host.Departures(DeparturesHost.Officer("LA"));

    async Task<Proto.Departure> Register(Proto.RegisterDepartureRequest request, Proto.Departures.DeparturesClient? by = null) =>
        (await (by ?? _officer).RegisterDepartureAsync(request)).Departure;

    Task<List<(string Name, long Version)>> Events(string departure) => host.Host.Db(async db =>
        (await db.Outbox.Where(e => e.SubjectId == departure).OrderBy(e => e.SubjectVersion).Select(e => new { e.Name, e.SubjectVersion }).ToListAsync()).ConvertAll(e => (e.Name, e.SubjectVersion)));

    [Fact]
    public async Task A_clean_case_is_cleared_at_once_with_every_check_and_two_events()
    {
        host.Everything();
        var worker = await host.Enrolled();

        var departure = await Register(Given.Application(worker));

        Assert.Equal(Proto.DepartureStatus.Cleared, departure.Status);
        Assert.Equal(12, departure.Checks.Count);
        Assert.All(departure.Checks, c => Assert.Equal(Outcome.Pass, c.Outcome));
        Assert.Equal(Given.Agency.ToString(), departure.AgencyId);
        Assert.Equal([("gms.registry.departure-registered:1", 1L), ("gms.registry.departure-cleared:1", 2L)], await Events(departure.DepartureId));
    }

    [Fact]
    public async Task The_three_parts_are_asked_for_this_worker_this_way_and_this_day_for_clearance()
    {
        host.Everything();
        var worker = await host.Enrolled();
        var application = Given.Application(worker);

        await Register(application);

        var asked = host.Host.Peers.Asked.Where(a => a.Request switch
        {
            VerifyBatchRequest b => b.Items.Any(i => i.Recruitment is var r && r.WorkerNumber == worker && r.ContractId == application.ContractId && r.AsOf.Equals(application.PlannedOn)),
            CheckCoverageBatchRequest b => b.Items.Any(i => i.Coverage is var r && r.WorkerNumber == worker && r.Country == "TH" && r.Day.Equals(application.PlannedOn) && r.EmploymentType == "FORMAL" && r.Channel == "MOU_S59" && r.Nationality == "LA"),
            VerifyCertificateBatchRequest b => b.Items.Any(i => i.Certificate is var r && r.WorkerNumber == worker && r is { Origin: "LA", Destination: "TH" } && r.Day.Equals(application.PlannedOn)),
            _ => false,
        }).ToList();
        Assert.Equal(3, asked.Count);
        Assert.All(asked, a => Assert.Equal(Purpose.DepartureClearance, a.Purpose));
    }

    [Fact]
    public async Task A_repeat_answers_the_departure_as_it_stands_and_changes_nothing()
    {
        host.Everything();
        var application = Given.Application(await host.Enrolled());

        var first = await Register(application);
        var second = await Register(application);

        Assert.Equal(first, second);
        Assert.Equal(2, (await Events(first.DepartureId)).Count);
    }

    [Fact]
    public async Task The_same_request_twenty_times_at_once_is_one_departure()
    {
        host.Everything();
        var application = Given.Application(await host.Enrolled());

        var departures = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Register(application)));

        var id = Assert.Single(departures.Select(d => d.DepartureId).Distinct());
        Assert.Equal(2, (await Events(id)).Count);
        Assert.Equal(Proto.DepartureStatus.Cleared, (await Register(application)).Status);
    }

    [Fact]
    public async Task A_repeated_request_id_with_another_content_or_by_another_account_is_refused()
    {
        host.Everything();
        var application = Given.Application(await host.Enrolled());
        await Register(application);
        var other = application.Clone();
        other.Checkpoint = "";
        var colleague = host.Departures(DeparturesHost.Officer("LA") with { Account = "another" });

        Assert.Equal(["REQUEST_ID_REUSED"], await Refused.Codes(StatusCode.InvalidArgument, () => _officer.RegisterDepartureAsync(other)));
        Assert.Equal(["REQUEST_ID_REUSED"], await Refused.Codes(StatusCode.InvalidArgument, () => colleague.RegisterDepartureAsync(application)));
    }

    [Fact]
    public async Task A_Khmer_border_pass_worker_was_cleared_in_2024_and_is_held_today_with_the_closure_named()
    {
        host.Everything();
        var then = new DateTimeOffset(2024, 2, 1, 8, 0, 0, TimeSpan.FromHours(7));
        var worker = await host.Enrolled("KH", "BORDER_PASS", then);

        var cleared = await Register(
            Given.Application(worker, "KH", "BORDER_S64", "TH-KH-01", new(2024, 2, 15), "AGRICULTURAL_SEASONAL"), host.Departures(DeparturesHost.Officer("KH"), clock: then));
        var held = await Register(Given.Application(worker, "KH", "BORDER_S64", "TH-KH-01", employment: "AGRICULTURAL_SEASONAL"), host.Departures(DeparturesHost.Officer("KH")));

        Assert.Equal((Proto.DepartureStatus.Cleared, 2024), (cleared.Status, cleared.DecidedAt.ToDateTimeOffset().Year));
        Assert.Equal(Proto.DepartureStatus.Held, held.Status);
        Assert.Empty(held.MissingParts);
        var closure = Assert.Single(held.Checks, c => c.Code == "CHANNEL_OPEN");
        Assert.Contains("Border closed from June 2025", closure.Message, StringComparison.Ordinal);
        Assert.Equal("TH-S64-KH", closure.Source.Rule);
        Assert.Equal([("gms.registry.departure-registered:1", 1L), ("gms.registry.departure-held:1", 2L)], await Events(held.DepartureId));
    }

    [Fact]
    public async Task A_contract_that_Recruitment_does_not_know_refuses_and_says_so()
    {
        host.Everything();
        host.Host.Peers.Answer(DeparturesHost.Recruitment, VerifyRecruitmentResponse (VerifyRecruitmentRequest _) => throw new RpcException(new(StatusCode.NotFound, "CONTRACT_NOT_FOUND")));

        var departure = await Register(Given.Application(await host.Enrolled()));

        Assert.Equal(Proto.DepartureStatus.Refused, departure.Status);
        Assert.Contains(departure.Checks, c => c is { Code: "CONTRACT_REGISTERED", Outcome: Outcome.Fail, Decisive: true });
        Assert.Equal("gms.registry.departure-refused:1", (await Events(departure.DepartureId))[^1].Name);
    }

    [Fact]
    public async Task An_agency_registers_its_own_contract_and_not_another_s()
    {
        host.Everything();
        var worker = await host.Enrolled();

        var own = await Register(Given.Application(worker), host.Departures(Who.AgencyOfficer(Given.Agency, "LA")));
        var foreign = await Register(Given.Application(worker), host.Departures(Who.AgencyOfficer(Guid.NewGuid(), "LA")));

        Assert.Equal(Proto.DepartureStatus.Cleared, own.Status);
        Assert.Equal(Proto.DepartureStatus.Refused, foreign.Status);
        Assert.Equal(["CONTRACT_OF_AGENCY"], foreign.Checks.Select(c => c.Code));
    }

    [Fact]
    public async Task An_agency_does_not_learn_the_employer_of_another_s_contract()
    {
        host.Everything();
        var (worker, other) = (await host.Enrolled(), Who.AgencyOfficer(Guid.NewGuid(), "LA"));

        await Register(Given.Application(worker), host.Departures(other));
        await Register(Given.Application(worker), host.Departures(Who.AgencyOfficer(Given.Agency, "LA")));

        Assert.Equal([""], await Exported.Column(host.Host.As(other, "recruitment"), "departures", "employer_id"));
        Assert.Equal([Given.Employer.ToString()], await Exported.Column(host.Host.As(Who.AgencyOfficer(Given.Agency, "LA"), "recruitment"), "departures", "employer_id", r => r.WorkerNumber = worker));
    }

    [Fact]
    public async Task An_officer_of_another_country_may_not_register_here()
    {
        var application = Given.Application(await host.Enrolled());

        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => host.Departures(DeparturesHost.Officer("KH")).RegisterDepartureAsync(application)));
        Assert.False(await host.Host.Db(db => db.Departures.AnyAsync(d => d.RequestId == Guid.Parse(application.RequestId))));
    }

    [Fact]
    public async Task A_worker_who_is_not_enrolled_is_not_found() =>
        Assert.Equal(["DEPARTURE_WORKER_UNKNOWN"], await Refused.Codes(StatusCode.NotFound, () => _officer.RegisterDepartureAsync(Given.Application(WorkerNumber.New("LA")))));

    [Theory]
    [InlineData("request_id")]
    [InlineData("worker_number")]
    [InlineData("channel")]
    [InlineData("checkpoint")]
    [InlineData("origin")]
    [InlineData("destination")]
    [InlineData("planned_on")]
    [InlineData("employment_type")]
    public async Task A_field_that_cannot_be_right_is_named(string field)
    {
        var application = Given.Application(WorkerNumber.New("LA"));
        var descriptor = Proto.RegisterDepartureRequest.Descriptor.FindFieldByName(field);
        descriptor.Accessor.SetValue(application, field == "planned_on" ? new Date { Year = 2026, Month = 2, Day = 30 } : "nonsense");

        Assert.Equal([field], await Refused.Fields(StatusCode.InvalidArgument, () => _officer.RegisterDepartureAsync(application)));
    }

    [Fact]
    public async Task A_planned_day_in_the_past_is_refused_and_nothing_is_received()
    {
        var application = Given.Application(await host.Enrolled(), day: TimeProvider.System.TodayIn("LA").AddDays(-1));

        Assert.Equal(["DEPARTURE_PLANNED_IN_PAST"], await Refused.Codes(StatusCode.InvalidArgument, () => _officer.RegisterDepartureAsync(application)));
        Assert.False(await host.Host.Db(db => db.Departures.AnyAsync(d => d.RequestId == Guid.Parse(application.RequestId))));
    }
}
