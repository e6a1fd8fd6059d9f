using Gms.Credentials;
using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Departures;

public sealed class DecideHeldTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    readonly Proto.Departures.DeparturesClient _officer = host.Departures(DeparturesHost.Officer("KH"));

    async Task<Proto.Departure> Held()
    {
        var worker = await host.Enrolled("KH", "BORDER_PASS");
        return (await _officer.RegisterDepartureAsync(Given.Application(worker, "KH", "BORDER_S64", "TH-KH-01", employment: "AGRICULTURAL_SEASONAL"))).Departure;
    }

    static Proto.DecideHeldRequest Decision(string id, Proto.OfficerDecision decision = Proto.OfficerDecision.Clear, string reason = "The crossing was seen open today.") => new()
    {
        RequestId = Guid.NewGuid().ToString(),
        DepartureId = id,
        Decision = decision,
        Reason = reason,
    };

    [Theory]
    [InlineData(Proto.OfficerDecision.Clear, Proto.DepartureStatus.Cleared, "gms.registry.departure-cleared:1")]
    [InlineData(Proto.OfficerDecision.Refuse, Proto.DepartureStatus.Refused, "gms.registry.departure-refused:1")]
    public async Task An_officer_decides_with_a_reason_that_is_shown_and_never_sent(Proto.OfficerDecision decision, Proto.DepartureStatus expected, string name)
    {
        var held = await Held();

        Assert.Equal(expected, (await _officer.DecideHeldAsync(Decision(held.DepartureId, decision))).Status);

        var shown = (await _officer.GetDepartureAsync(new() { DepartureId = held.DepartureId })).Departure;
        Assert.Equal((expected, true, "The crossing was seen open today.", 3L), (shown.Status, shown.DecidedByOfficer, shown.OfficerReason, shown.Version));
        Assert.Equal(held.Checks, shown.Checks);
        var happened = await host.Host.Db(db => db.Outbox.SingleAsync(e => e.SubjectId == held.DepartureId && e.SubjectVersion == 3));
        Assert.Equal(name, happened.Name);
        Assert.DoesNotContain("crossing was seen", happened.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_contract_it_is_is_kept_when_only_the_officer_s_decision_could_ask()
    {
        host.Host.Peers.TakeDown(DeparturesHost.RecruitmentOfMany);
        var held = await Held();
        await _officer.DecideHeldAsync(Decision(held.DepartureId));
        host.Everything();

        var known = await host.Host.Db(db => db.Departures.SingleAsync(d => d.Id == Guid.Parse(held.DepartureId)));
        Assert.Equal((Given.Agency, Given.Employer), (known.AgencyId, known.EmployerId));
    }

    [Fact]
    public async Task An_agency_s_pass_says_nothing_of_another_s_contract_that_only_the_officer_s_decision_could_ask_for()
    {
        host.Host.Peers.TakeDown(DeparturesHost.RecruitmentOfMany);
        var agency = Who.AgencyOfficer(Guid.NewGuid(), "KH");
        var held = (await host.Departures(agency).RegisterDepartureAsync(Given.Application(await host.Enrolled("KH", "BORDER_PASS"), "KH", "BORDER_S64", "TH-KH-01", employment: "AGRICULTURAL_SEASONAL"))).Departure;
        var contract = Given.ContractOf("KH", "BORDER_S64", "AGRICULTURAL_SEASONAL");
        contract.EmployerName = "Rayong Fruit Ltd";
        host.Host.Peers.Answer(DeparturesHost.Recruitment, (VerifyRecruitmentRequest _) => new VerifyRecruitmentResponse { Contract = contract });
        await _officer.DecideHeldAsync(Decision(held.DepartureId));
        host.Everything();

        Assert.Null(await host.Host.Db(db => db.Departures.Where(d => d.Id == Guid.Parse(held.DepartureId)).Select(d => d.EmployerId).SingleAsync()));
        var pass = await new Proto.Passes.PassesClient(host.Host.As(agency, "departure-clearance")).GetPassAsync(new() { DepartureId = held.DepartureId });
        Assert.DoesNotContain("Rayong", System.Text.Encoding.UTF8.GetString(PassText.Read(pass.Text).Payload), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeat_of_the_application_answers_the_officer_s_decision()
    {
        var worker = await host.Enrolled("KH", "BORDER_PASS");
        var application = Given.Application(worker, "KH", "BORDER_S64", "TH-KH-01", employment: "AGRICULTURAL_SEASONAL");
        var held = (await _officer.RegisterDepartureAsync(application)).Departure;
        await _officer.DecideHeldAsync(Decision(held.DepartureId));

        Assert.Equal(Proto.DepartureStatus.Cleared, (await _officer.RegisterDepartureAsync(application)).Departure.Status);
    }

    [Fact]
    public async Task What_is_decided_is_not_decided_again()
    {
        var held = await Held();
        await _officer.DecideHeldAsync(Decision(held.DepartureId));

        Assert.Equal(["DEPARTURE_NOT_HELD"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.DecideHeldAsync(Decision(held.DepartureId))));
    }

    [Fact]
    public async Task The_country_of_destination_may_not_decide()
    {
        var held = await Held();
        var thai = host.Departures(DeparturesHost.Officer("TH"));

        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => thai.DecideHeldAsync(Decision(held.DepartureId))));
    }

    [Fact]
    public async Task A_third_country_does_not_learn_that_it_exists()
    {
        var held = await Held();
        var lao = host.Departures(DeparturesHost.Officer("LA"));

        Assert.Equal(["DEPARTURE_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => lao.DecideHeldAsync(Decision(held.DepartureId))));
    }

    [Theory]
    [InlineData(Proto.OfficerDecision.Unspecified, "Seen.", "decision")]
    [InlineData(Proto.OfficerDecision.Clear, " ", "reason")]
    public async Task A_decision_needs_what_and_why(Proto.OfficerDecision decision, string reason, string field) =>
        Assert.Equal([field], await Refused.Fields(StatusCode.InvalidArgument, () => _officer.DecideHeldAsync(Decision(Guid.NewGuid().ToString(), decision, reason))));
}
