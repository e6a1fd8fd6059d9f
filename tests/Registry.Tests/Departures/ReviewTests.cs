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
public sealed class ReviewTests(PassesHost host) : Reviewed(host), IClassFixture<PassesHost>
{
    [Fact]
    public async Task A_suspended_licence_takes_the_pass_back_and_a_reinstated_one_issues_another()
    {
        var (departure, pass) = await Cleared();
        Recruitment(Outcome.Fail);
        await Suspended();

        await Becomes(departure.DepartureId, Proto.DepartureStatus.Refused);

        Assert.Equal("PASS_REVOKED", (await Host.Offline(pass.Text, PassesHost.OnTheDay(departure))).Code);
        Assert.Equal(Proto.RevocationReason.NoLongerCleared, (await Host.Of(departure.DepartureId)).RevocationReason);
        var told = await Told(departure.DepartureId);
        Assert.Equal(("gms.recruitment.agency-suspended", "Refused", false), (told.Cause, told.Outcome, told.PassIssued));

        Recruitment(Outcome.Pass);
        await Reinstated();

        await Becomes(departure.DepartureId, Proto.DepartureStatus.Cleared);
        var anew = await Host.Of(departure.DepartureId);
        Assert.NotEqual(pass.PassId, anew.PassId);
        Assert.Equal("PASS_VALID", (await Host.Offline(anew.Text, PassesHost.OnTheDay(departure))).Code);
    }

    /// <summary>The licence is suspended, and told to be, after Recruitment answered that it is valid and before the decision is written.</summary>
    [Fact]
    public async Task A_licence_suspended_while_a_departure_is_being_decided_is_not_forgotten()
    {
        Host.Departures.Everything();
        var told = 0;
        Host.Host.Peers.Answer(DeparturesHost.Recruitment, (VerifyRecruitmentRequest _) =>
        {
            if (Interlocked.Increment(ref told) > 1)
                return new VerifyRecruitmentResponse { Checks = { Given.Check("FR01", Outcome.Fail) }, Contract = Given.ContractOf() };
            Suspended().GetAwaiter().GetResult();    // handled while the decision is in flight
            return new VerifyRecruitmentResponse { Checks = { Given.Check("FR01", Outcome.Pass) }, Contract = Given.ContractOf() };
        });

        var departure = await Host.Cleared();    // as things stood when it was asked

        await Becomes(departure.DepartureId, Proto.DepartureStatus.Refused);
        Assert.Equal(Proto.RevocationReason.NoLongerCleared, (await Host.Of(departure.DepartureId)).RevocationReason);
        Assert.Equal("gms.recruitment.agency-suspended", (await Told(departure.DepartureId)).Cause);
        Assert.False(await Done(departure.DepartureId));
    }

    [Fact]
    public async Task A_revoked_licence_takes_the_pass_back()
    {
        var (departure, pass) = await Cleared();
        Recruitment(Outcome.Fail);
        await Host.Host.Deliver<LicenceRevoked, OnLicenceRevoked>(new()
        {
            EventId = Guid.CreateVersion7(), OccurredAt = DateTimeOffset.UtcNow, SubjectId = Given.Agency.ToString(), SubjectVersion = 9, AgencyId = Given.Agency, Country = "LA", LicenceId = Guid.NewGuid(), From = new(2026, 11, 26),
        });

        await Becomes(departure.DepartureId, Proto.DepartureStatus.Refused);
        Assert.Equal("PASS_REVOKED", (await Host.Offline(pass.Text, PassesHost.OnTheDay(departure))).Code);
    }

    [Fact]
    public async Task Cover_that_is_no_longer_known_holds_it_for_an_officer()
    {
        var (departure, pass) = await Cleared();
        Host.Host.Peers.Answer(DeparturesHost.Coverage, (CheckCoverageRequest _) => new CheckCoverageResponse { Checks = { Given.Check("COVERAGE_COMPULSORY_SCHEMES", Outcome.Unknown) } });
        await MembershipGone(departure.WorkerNumber);

        await Becomes(departure.DepartureId, Proto.DepartureStatus.Held);

        Assert.Equal("PASS_REVOKED", (await Host.Offline(pass.Text, PassesHost.OnTheDay(departure))).Code);
    }

    [Fact]
    public async Task What_changes_nothing_is_confirmed_and_the_pass_stays()
    {
        var (departure, pass) = await Cleared();
        await MembershipGone(departure.WorkerNumber);

        Assert.False(await Done(departure.DepartureId));

        Assert.Equal(pass.PassId, (await Host.Of(departure.DepartureId)).PassId);
        Assert.Equal(("gms.social-security.membership-ended", "Cleared", false), ((await Told(departure.DepartureId)).Cause, (await Told(departure.DepartureId)).Outcome, (await Told(departure.DepartureId)).PassIssued));
        Assert.Equal(departure.Version, (await Officer.GetDepartureAsync(new() { DepartureId = departure.DepartureId })).Departure.Version);
    }

    // A certificate revoked where orientation only warns: the worker may still depart, and neither the decision nor the pass says that it is in order.
    [Fact]
    public async Task What_came_out_otherwise_and_decides_nothing_is_told_by_the_decision_and_by_another_pass()
    {
        var (departure, pass) = await Cleared();
        Host.Host.Peers.Answer(DeparturesHost.Certificate, (VerifyCertificateRequest _) => new VerifyCertificateResponse { Check = Given.Check("ORIENTATION_CERTIFICATE", Outcome.Fail, Confidence.Low) });
        await MembershipGone(departure.WorkerNumber);

        var anew = await Eventually.Becomes(() => Host.Of(departure.DepartureId), p => p.PassId != pass.PassId);

        Assert.Equal(Gms.Credentials.PassMark.Fail, (await Host.Offline(anew.Text, PassesHost.OnTheDay(departure))).Pass!.Orientation);
        var now = (await Officer.GetDepartureAsync(new() { DepartureId = departure.DepartureId })).Departure;
        Assert.Equal((Proto.DepartureStatus.Cleared, Outcome.Fail, departure.Version + 1), (now.Status, now.Checks.Single(c => c.Code == "ORIENTATION_CERTIFICATE").Outcome, now.Version));
        Assert.True(now.DecidedAt > departure.DecidedAt);
        Assert.Equal(1, await Host.Host.Db(db => db.Outbox.CountAsync(e => e.Name == "gms.registry.departure-cleared:1" && e.Body.Contains(departure.DepartureId))));
    }

    [Fact]
    public async Task An_outage_takes_no_pass_back()
    {
        var (departure, pass) = await Cleared();
        Host.Host.Peers.TakeDown(DeparturesHost.Coverage);
        await MembershipGone(departure.WorkerNumber);
        var asked = Host.Host.Peers.Asked.Count;
        await Eventually.Becomes(() => Task.FromResult(Host.Host.Peers.Asked.Count), now => now >= asked + 3);    // a review was tried

        Assert.Null((await Host.Of(departure.DepartureId)).RevokedAt);
        Assert.True(await Host.Host.Db(db => db.Reviews.AnyAsync(r => r.DepartureId == Guid.Parse(departure.DepartureId))));

        Host.Departures.Everything();
        Assert.False(await Done(departure.DepartureId));
        Assert.Equal(pass.PassId, (await Host.Of(departure.DepartureId)).PassId);
    }

    [Fact]
    public async Task What_is_refused_whatever_a_part_that_is_down_would_say_is_taken_back_and_waits_behind_no_other()
    {
        var (waits, pass) = await Cleared();
        var (refused, _) = await Cleared();
        Host.Host.Peers.Answer(DeparturesHost.Recruitment, (VerifyRecruitmentRequest asked) =>
            new VerifyRecruitmentResponse { Checks = { Given.Check("FR01", asked.WorkerNumber == refused.WorkerNumber ? Outcome.Fail : Outcome.Pass) }, Contract = Given.ContractOf() });
        Host.Host.Peers.TakeDown(DeparturesHost.Coverage);

        await MembershipGone(waits.WorkerNumber);
        await MembershipGone(refused.WorkerNumber);

        await Becomes(refused.DepartureId, Proto.DepartureStatus.Refused);
        Assert.Equal(Proto.RevocationReason.NoLongerCleared, (await Host.Of(refused.DepartureId)).RevocationReason);
        Assert.Null((await Host.Of(waits.DepartureId)).RevokedAt);

        Host.Departures.Everything();
        Assert.False(await Done(waits.DepartureId));
        Assert.Equal(pass.PassId, (await Host.Of(waits.DepartureId)).PassId);
    }

    [Fact]
    public async Task A_replaced_passport_puts_its_number_on_another_pass()
    {
        var (departure, pass) = await Cleared();
        var documents = new Proto.Documents.DocumentsClient(Host.Host.As(DeparturesHost.Officer("LA"), "enrolment"));
        var old = (await documents.ListDocumentsAsync(new() { WorkerNumber = departure.WorkerNumber })).Documents.Single();
        await documents.ReplaceDocumentAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(),
            WorkerNumber = departure.WorkerNumber,
            ReplacedDocumentId = old.DocumentId,
            Document = new() { Kind = "PASSPORT", Issuer = "LA", Number = "PB7654321", ValidUntil = new() { Year = 2036, Month = 1, Day = 1 } },
        });
        var replaced = await Host.Host.Db(db => db.Outbox.Where(e => e.Name == "gms.registry.document-replaced:1" && e.Body.Contains(departure.WorkerNumber)).Select(e => e.Body).SingleAsync());

        await Host.Host.Deliver<DocumentReplaced, OnDocumentReplaced>((DocumentReplaced)EventJson.Read(replaced, typeof(DocumentReplaced)));

        var anew = await Eventually.Becomes(() => Host.Of(departure.DepartureId), p => p.PassId != pass.PassId);
        Assert.Equal("4321", (await Host.Offline(anew.Text, PassesHost.OnTheDay(departure))).Pass!.DocumentEnd);
        Assert.Equal("PASS_REVOKED", (await Host.Offline(pass.Text, PassesHost.OnTheDay(departure))).Code);
        Assert.True((await Told(departure.DepartureId)).PassIssued);
    }

    [Fact]
    public async Task Who_has_left_already_is_not_decided_again()
    {
        var (departure, _) = await Cleared();
        var crossings = new Proto.Crossings.CrossingsClient(Host.Host.As(Who.Is(Role.BorderOfficer, "LA"), "border-control", PassesHost.OnTheDay(departure)));
        await crossings.RecordExitAsync(new() { RequestId = Guid.NewGuid().ToString(), DepartureId = departure.DepartureId, Country = "LA" });

        await Host.Host.Deliver<ContractEnded, OnContractEnded>(new() { EventId = Guid.CreateVersion7(), OccurredAt = DateTimeOffset.UtcNow, SubjectId = Given.Contract.ToString(), SubjectVersion = 2, WorkerNumber = departure.WorkerNumber, Country = "LA", ContractId = Given.Contract, LastDay = new(2026, 11, 26) });

        Assert.False(await Host.Host.Db(db => db.Reviews.AnyAsync(r => r.DepartureId == Guid.Parse(departure.DepartureId))));
    }
}
