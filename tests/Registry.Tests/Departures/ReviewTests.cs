using Gms.DepartureOrientation.V1;
using Gms.Events.DepartureOrientation;
using Gms.Events.Recruitment;
using Gms.Events.Registry;
using Gms.Events.SocialSecurity;
using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Registry.Departures;
using Gms.Registry.Tests.Passes;
using Gms.SocialSecurity.V1;
using Gms.Testing;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Departures;

/// <summary>A cleared departure is decided again when a fact behind it changes, and its pass follows.</summary>
public sealed class ReviewTests(PassesHost host) : IClassFixture<PassesHost>
{
    readonly Proto.Departures.DeparturesClient _officer = host.Departures.Departures(DeparturesHost.Officer("LA"));

    async Task<(Proto.Departure Departure, Proto.GetPassResponse Pass)> Cleared()
    {
        host.Departures.Everything();
        var departure = await host.Cleared();
        return (departure, await host.Of(departure.DepartureId));
    }

    Task<Proto.Departure> Becomes(string id, Proto.DepartureStatus wanted) =>
        Eventually.Becomes(async () => (await _officer.GetDepartureAsync(new() { DepartureId = id })).Departure, d => d.Status == wanted);

    Task<bool> Done(string id) => Eventually.Becomes(() => host.Host.Db(db => db.Reviews.AnyAsync(r => r.DepartureId == Guid.Parse(id))), waiting => !waiting);

    /// <summary>Until a review asked for after all others is done: each of those was looked at.</summary>
    async Task Reviewed()
    {
        var (later, _) = await Cleared();
        await MembershipGone(later.WorkerNumber);
        Assert.False(await Done(later.DepartureId));
    }

    void Recruitment(Outcome outcome) => host.Host.Peers.Answer(DeparturesHost.Recruitment, (VerifyRecruitmentRequest _) => new VerifyRecruitmentResponse { Checks = { Given.Check("FR01", outcome) }, Contract = Given.ContractOf() });

    Task Suspended() => host.Host.Deliver<AgencySuspended, OnAgencySuspended>(new()
    {
        EventId = Guid.CreateVersion7(), OccurredAt = DateTimeOffset.UtcNow, SubjectId = Given.Agency.ToString(), SubjectVersion = 2, AgencyId = Given.Agency, Country = "LA", LicenceId = Guid.NewGuid(), From = new(2026, 11, 26),
    });

    Task Stopped() => host.Host.Deliver<EmployerStandingChanged, OnEmployerStandingChanged>(new()
    {
        EventId = Guid.CreateVersion7(), OccurredAt = DateTimeOffset.UtcNow, SubjectId = Given.Employer.ToString(), SubjectVersion = 2, EmployerId = Given.Employer, Country = "TH", Standing = "Blocked", From = new(2026, 11, 26),
    });

    Task Reinstated() => host.Host.Deliver<AgencyReinstated, OnAgencyReinstated>(new()
    {
        EventId = Guid.CreateVersion7(), OccurredAt = DateTimeOffset.UtcNow, SubjectId = Given.Agency.ToString(), SubjectVersion = 3, AgencyId = Given.Agency, Country = "LA", LicenceId = Guid.NewGuid(), From = new(2026, 11, 27),
    });

    Task MembershipGone(string worker) => host.Host.Deliver<MembershipEnded, OnMembershipEnded>(new()
    {
        EventId = Guid.CreateVersion7(), OccurredAt = DateTimeOffset.UtcNow, SubjectId = Guid.NewGuid().ToString(), SubjectVersion = 2, WorkerNumber = worker, Country = "TH", Scheme = "TH_SSO_33", LastDay = new(2026, 11, 26), Reason = "LEFT",
    });

    async Task<DepartureReviewed> Told(string departure) => Gms.Platform.EventJson.Read(
        await host.Host.Db(db => db.Outbox.Where(e => e.Name == "gms.registry.departure-reviewed:1" && e.Body.Contains(departure)).OrderByDescending(e => e.OccurredAt).Select(e => e.Body).FirstAsync()), typeof(DepartureReviewed)) as DepartureReviewed ?? throw new InvalidOperationException();

    [Fact]
    public async Task A_suspended_licence_takes_the_pass_back_and_a_reinstated_one_issues_another()
    {
        var (departure, pass) = await Cleared();
        Recruitment(Outcome.Fail);
        await Suspended();

        await Becomes(departure.DepartureId, Proto.DepartureStatus.Refused);

        Assert.Equal("PASS_REVOKED", (await host.Offline(pass.Text, PassesHost.OnTheDay(departure))).Code);
        Assert.Equal(Proto.RevocationReason.NoLongerCleared, (await host.Of(departure.DepartureId)).RevocationReason);
        var told = await Told(departure.DepartureId);
        Assert.Equal(("gms.recruitment.agency-suspended", "Refused", false), (told.Cause, told.Outcome, told.PassIssued));

        Recruitment(Outcome.Pass);
        await Reinstated();

        await Becomes(departure.DepartureId, Proto.DepartureStatus.Cleared);
        var anew = await host.Of(departure.DepartureId);
        Assert.NotEqual(pass.PassId, anew.PassId);
        Assert.Equal("PASS_VALID", (await host.Offline(anew.Text, PassesHost.OnTheDay(departure))).Code);
    }

    /// <summary>The licence is suspended, and told to be, after Recruitment answered that it is valid and before the decision is written.</summary>
    [Fact]
    public async Task A_licence_suspended_while_a_departure_is_being_decided_is_not_forgotten()
    {
        host.Departures.Everything();
        var told = 0;
        host.Host.Peers.Answer(DeparturesHost.Recruitment, (VerifyRecruitmentRequest _) =>
        {
            if (Interlocked.Increment(ref told) > 1)
                return new VerifyRecruitmentResponse { Checks = { Given.Check("FR01", Outcome.Fail) }, Contract = Given.ContractOf() };
            Suspended().GetAwaiter().GetResult();    // handled while the decision is in flight
            return new VerifyRecruitmentResponse { Checks = { Given.Check("FR01", Outcome.Pass) }, Contract = Given.ContractOf() };
        });

        var departure = await host.Cleared();    // as things stood when it was asked

        await Becomes(departure.DepartureId, Proto.DepartureStatus.Refused);
        Assert.Equal(Proto.RevocationReason.NoLongerCleared, (await host.Of(departure.DepartureId)).RevocationReason);
        Assert.Equal("gms.recruitment.agency-suspended", (await Told(departure.DepartureId)).Cause);
        Assert.False(await Done(departure.DepartureId));
    }

    [Fact]
    public async Task A_licence_suspended_while_a_departure_waits_for_its_officer_is_seen_when_the_officer_clears_it()
    {
        host.Departures.Everything();
        host.Host.Peers.Answer(DeparturesHost.Coverage, (CheckCoverageRequest _) => new CheckCoverageResponse { Checks = { Given.Check("COVERAGE_COMPULSORY_SCHEMES", Outcome.Unknown) } });
        var held = await host.Cleared();
        Assert.Equal(Proto.DepartureStatus.Held, held.Status);
        Recruitment(Outcome.Fail);
        await Suspended();

        var another = host.Departures.Departures(DeparturesHost.Officer("LA") with { Account = "officer-of-the-queue" });
        await another.DecideHeldAsync(new() { RequestId = Guid.NewGuid().ToString(), DepartureId = held.DepartureId, Decision = Proto.OfficerDecision.Clear, Reason = "Insured, the card was seen." });

        await Becomes(held.DepartureId, Proto.DepartureStatus.Refused);
        Assert.Equal(Proto.RevocationReason.NoLongerCleared, (await host.Of(held.DepartureId)).RevocationReason);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_an_officer_cleared_before_anybody_knew_whose_contract_it_is_is_not_forgotten(bool agency)
    {
        host.Departures.Everything();
        host.Host.Peers.TakeDown(DeparturesHost.Recruitment);
        var held = await host.Cleared();
        await _officer.DecideHeldAsync(new() { RequestId = Guid.NewGuid().ToString(), DepartureId = held.DepartureId, Decision = Proto.OfficerDecision.Clear, Reason = "The contract was seen on paper." });
        Recruitment(Outcome.Fail);

        await (agency ? Suspended() : Stopped());

        await Becomes(held.DepartureId, Proto.DepartureStatus.Refused);
        Assert.Equal(Proto.RevocationReason.NoLongerCleared, (await host.Of(held.DepartureId)).RevocationReason);
        var known = await host.Host.Db(db => db.Departures.SingleAsync(d => d.Id == Guid.Parse(held.DepartureId)));
        Assert.Equal((Given.Agency, Given.Employer), (known.AgencyId, known.EmployerId));
    }

    [Fact]
    public async Task A_revoked_licence_takes_the_pass_back()
    {
        var (departure, pass) = await Cleared();
        Recruitment(Outcome.Fail);
        await host.Host.Deliver<LicenceRevoked, OnLicenceRevoked>(new()
        {
            EventId = Guid.CreateVersion7(), OccurredAt = DateTimeOffset.UtcNow, SubjectId = Given.Agency.ToString(), SubjectVersion = 9, AgencyId = Given.Agency, Country = "LA", LicenceId = Guid.NewGuid(), From = new(2026, 11, 26),
        });

        await Becomes(departure.DepartureId, Proto.DepartureStatus.Refused);
        Assert.Equal("PASS_REVOKED", (await host.Offline(pass.Text, PassesHost.OnTheDay(departure))).Code);
    }

    [Fact]
    public async Task Cover_that_is_no_longer_known_holds_it_for_an_officer()
    {
        var (departure, pass) = await Cleared();
        host.Host.Peers.Answer(DeparturesHost.Coverage, (CheckCoverageRequest _) => new CheckCoverageResponse { Checks = { Given.Check("COVERAGE_COMPULSORY_SCHEMES", Outcome.Unknown) } });
        await MembershipGone(departure.WorkerNumber);

        await Becomes(departure.DepartureId, Proto.DepartureStatus.Held);

        Assert.Equal("PASS_REVOKED", (await host.Offline(pass.Text, PassesHost.OnTheDay(departure))).Code);
    }

    [Fact]
    public async Task What_changes_nothing_is_confirmed_and_the_pass_stays()
    {
        var (departure, pass) = await Cleared();
        await MembershipGone(departure.WorkerNumber);

        Assert.False(await Done(departure.DepartureId));

        Assert.Equal(pass.PassId, (await host.Of(departure.DepartureId)).PassId);
        Assert.Equal(("gms.social-security.membership-ended", "Cleared", false), ((await Told(departure.DepartureId)).Cause, (await Told(departure.DepartureId)).Outcome, (await Told(departure.DepartureId)).PassIssued));
        Assert.Equal(departure.Version, (await _officer.GetDepartureAsync(new() { DepartureId = departure.DepartureId })).Departure.Version);
    }

    // A certificate revoked where orientation only warns: the worker may still depart, and neither the decision nor the pass says that it is in order.
    [Fact]
    public async Task What_came_out_otherwise_and_decides_nothing_is_told_by_the_decision_and_by_another_pass()
    {
        var (departure, pass) = await Cleared();
        host.Host.Peers.Answer(DeparturesHost.Certificate, (VerifyCertificateRequest _) => new VerifyCertificateResponse { Check = Given.Check("ORIENTATION_CERTIFICATE", Outcome.Fail, Confidence.Low) });
        await MembershipGone(departure.WorkerNumber);

        var anew = await Eventually.Becomes(() => host.Of(departure.DepartureId), p => p.PassId != pass.PassId);

        Assert.Equal(Gms.Credentials.PassMark.Fail, (await host.Offline(anew.Text, PassesHost.OnTheDay(departure))).Pass!.Orientation);
        var now = (await _officer.GetDepartureAsync(new() { DepartureId = departure.DepartureId })).Departure;
        Assert.Equal((Proto.DepartureStatus.Cleared, Outcome.Fail, departure.Version + 1), (now.Status, now.Checks.Single(c => c.Code == "ORIENTATION_CERTIFICATE").Outcome, now.Version));
        Assert.True(now.DecidedAt > departure.DecidedAt);
        Assert.Equal(1, await host.Host.Db(db => db.Outbox.CountAsync(e => e.Name == "gms.registry.departure-cleared:1" && e.Body.Contains(departure.DepartureId))));
    }

    [Fact]
    public async Task An_outage_takes_no_pass_back()
    {
        var (departure, pass) = await Cleared();
        host.Host.Peers.TakeDown(DeparturesHost.Coverage);
        await MembershipGone(departure.WorkerNumber);
        var asked = host.Host.Peers.Asked.Count;
        await Eventually.Becomes(() => Task.FromResult(host.Host.Peers.Asked.Count), now => now >= asked + 3);    // a review was tried

        Assert.Null((await host.Of(departure.DepartureId)).RevokedAt);
        Assert.True(await host.Host.Db(db => db.Reviews.AnyAsync(r => r.DepartureId == Guid.Parse(departure.DepartureId))));

        host.Departures.Everything();
        Assert.False(await Done(departure.DepartureId));
        Assert.Equal(pass.PassId, (await host.Of(departure.DepartureId)).PassId);
    }

    [Fact]
    public async Task What_is_refused_whatever_a_part_that_is_down_would_say_is_taken_back_and_waits_behind_no_other()
    {
        var (waits, pass) = await Cleared();
        var (refused, _) = await Cleared();
        host.Host.Peers.Answer(DeparturesHost.Recruitment, (VerifyRecruitmentRequest asked) =>
            new VerifyRecruitmentResponse { Checks = { Given.Check("FR01", asked.WorkerNumber == refused.WorkerNumber ? Outcome.Fail : Outcome.Pass) }, Contract = Given.ContractOf() });
        host.Host.Peers.TakeDown(DeparturesHost.Coverage);

        await MembershipGone(waits.WorkerNumber);
        await MembershipGone(refused.WorkerNumber);

        await Becomes(refused.DepartureId, Proto.DepartureStatus.Refused);
        Assert.Equal(Proto.RevocationReason.NoLongerCleared, (await host.Of(refused.DepartureId)).RevocationReason);
        Assert.Null((await host.Of(waits.DepartureId)).RevokedAt);

        host.Departures.Everything();
        Assert.False(await Done(waits.DepartureId));
        Assert.Equal(pass.PassId, (await host.Of(waits.DepartureId)).PassId);
    }

    [Fact]
    public async Task A_replaced_passport_puts_its_number_on_another_pass()
    {
        var (departure, pass) = await Cleared();
        var documents = new Proto.Documents.DocumentsClient(host.Host.As(DeparturesHost.Officer("LA"), "enrolment"));
        var old = (await documents.ListDocumentsAsync(new() { WorkerNumber = departure.WorkerNumber })).Documents.Single();
        await documents.ReplaceDocumentAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(),
            WorkerNumber = departure.WorkerNumber,
            ReplacedDocumentId = old.DocumentId,
            Document = new() { Kind = "PASSPORT", Issuer = "LA", Number = "PB7654321", ValidUntil = new() { Year = 2036, Month = 1, Day = 1 } },
        });
        var replaced = await host.Host.Db(db => db.Outbox.Where(e => e.Name == "gms.registry.document-replaced:1" && e.Body.Contains(departure.WorkerNumber)).Select(e => e.Body).SingleAsync());

        await host.Host.Deliver<DocumentReplaced, OnDocumentReplaced>((DocumentReplaced)EventJson.Read(replaced, typeof(DocumentReplaced)));

        var anew = await Eventually.Becomes(() => host.Of(departure.DepartureId), p => p.PassId != pass.PassId);
        Assert.Equal("4321", (await host.Offline(anew.Text, PassesHost.OnTheDay(departure))).Pass!.DocumentEnd);
        Assert.Equal("PASS_REVOKED", (await host.Offline(pass.Text, PassesHost.OnTheDay(departure))).Code);
        Assert.True((await Told(departure.DepartureId)).PassIssued);
    }

    [Fact]
    public async Task Who_has_left_already_is_not_decided_again()
    {
        var (departure, _) = await Cleared();
        var crossings = new Proto.Crossings.CrossingsClient(host.Host.As(Who.Is(Role.BorderOfficer, "LA"), "border-control", PassesHost.OnTheDay(departure)));
        await crossings.RecordExitAsync(new() { RequestId = Guid.NewGuid().ToString(), DepartureId = departure.DepartureId, Country = "LA" });

        await host.Host.Deliver<ContractEnded, OnContractEnded>(new() { EventId = Guid.CreateVersion7(), OccurredAt = DateTimeOffset.UtcNow, SubjectId = Given.Contract.ToString(), SubjectVersion = 2, WorkerNumber = departure.WorkerNumber, Country = "LA", ContractId = Given.Contract, LastDay = new(2026, 11, 26) });

        Assert.False(await host.Host.Db(db => db.Reviews.AnyAsync(r => r.DepartureId == Guid.Parse(departure.DepartureId))));
    }

    [Fact]
    public async Task What_an_officer_revoked_no_event_gives_back()
    {
        var (departure, pass) = await Cleared();
        await host.As(DeparturesHost.Officer("LA")).RevokePassAsync(new() { RequestId = Guid.NewGuid().ToString(), PassId = pass.PassId, Reason = "Under inquiry." });
        await MembershipGone(departure.WorkerNumber);
        await Reviewed();

        Assert.Equal(Proto.DepartureStatus.Held, (await _officer.GetDepartureAsync(new() { DepartureId = departure.DepartureId })).Departure.Status);
    }

    [Fact]
    public async Task What_happened_while_an_officer_held_it_is_seen_when_another_clears_it()
    {
        var (departure, pass) = await Cleared();
        await host.As(DeparturesHost.Officer("LA")).RevokePassAsync(new() { RequestId = Guid.NewGuid().ToString(), PassId = pass.PassId, Reason = "Under inquiry." });
        await Suspended();
        await Reviewed();

        Recruitment(Outcome.Fail);
        var another = host.Departures.Departures(DeparturesHost.Officer("LA") with { Account = "officer-of-the-queue" });
        await another.DecideHeldAsync(new() { RequestId = Guid.NewGuid().ToString(), DepartureId = departure.DepartureId, Decision = Proto.OfficerDecision.Clear, Reason = "The inquiry is closed." });

        await Becomes(departure.DepartureId, Proto.DepartureStatus.Refused);
        Assert.Equal(Proto.RevocationReason.NoLongerCleared, (await host.Of(departure.DepartureId)).RevocationReason);
    }
}
