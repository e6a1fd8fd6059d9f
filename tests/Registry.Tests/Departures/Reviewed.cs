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

/// <summary>What happens to a cleared departure, and what is waited for.</summary>
public abstract class Reviewed(PassesHost host)
{
    protected PassesHost Host => host;

    protected Proto.Departures.DeparturesClient Officer { get; } = host.Departures.Departures(DeparturesHost.Officer("LA"));

    protected async Task<(Proto.Departure Departure, Proto.GetPassResponse Pass)> Cleared()
    {
        host.Departures.Everything();
        var departure = await host.Cleared();
        return (departure, await host.Of(departure.DepartureId));
    }

    protected Task<Proto.Departure> Becomes(string id, Proto.DepartureStatus wanted) =>
        Eventually.Becomes(async () => (await Officer.GetDepartureAsync(new() { DepartureId = id })).Departure, d => d.Status == wanted);

    protected Task<bool> Done(string id) => Eventually.Becomes(() => host.Host.Db(db => db.Reviews.AnyAsync(r => r.DepartureId == Guid.Parse(id))), waiting => !waiting);

    /// <summary>Until a review asked for after all others is done: each of those was looked at.</summary>
    protected async Task EverythingReviewed()
    {
        var (later, _) = await Cleared();
        await MembershipGone(later.WorkerNumber);
        Assert.False(await Done(later.DepartureId));
    }

    protected void Recruitment(Outcome outcome) => host.Host.Peers.Answer(DeparturesHost.Recruitment, (VerifyRecruitmentRequest _) => new VerifyRecruitmentResponse { Checks = { Given.Check("FR01", outcome) }, Contract = Given.ContractOf() });

    protected Task Suspended() => host.Host.Deliver<AgencySuspended, OnAgencySuspended>(new()
    {
        EventId = Guid.CreateVersion7(), OccurredAt = DateTimeOffset.UtcNow, SubjectId = Given.Agency.ToString(), SubjectVersion = 2, AgencyId = Given.Agency, Country = "LA", LicenceId = Guid.NewGuid(), From = new(2026, 11, 26),
    });

    protected Task Stopped() => host.Host.Deliver<EmployerStandingChanged, OnEmployerStandingChanged>(new()
    {
        EventId = Guid.CreateVersion7(), OccurredAt = DateTimeOffset.UtcNow, SubjectId = Given.Employer.ToString(), SubjectVersion = 2, EmployerId = Given.Employer, Country = "TH", Standing = "Blocked", From = new(2026, 11, 26),
    });

    protected Task Reinstated() => host.Host.Deliver<AgencyReinstated, OnAgencyReinstated>(new()
    {
        EventId = Guid.CreateVersion7(), OccurredAt = DateTimeOffset.UtcNow, SubjectId = Given.Agency.ToString(), SubjectVersion = 3, AgencyId = Given.Agency, Country = "LA", LicenceId = Guid.NewGuid(), From = new(2026, 11, 27),
    });

    protected Task MembershipGone(string worker) => host.Host.Deliver<MembershipEnded, OnMembershipEnded>(new()
    {
        EventId = Guid.CreateVersion7(), OccurredAt = DateTimeOffset.UtcNow, SubjectId = Guid.NewGuid().ToString(), SubjectVersion = 2, WorkerNumber = worker, Country = "TH", Scheme = "TH_SSO_33", LastDay = new(2026, 11, 26), Reason = "LEFT",
    });

    protected async Task<DepartureReviewed> Told(string departure) => Gms.Platform.EventJson.Read(
        await host.Host.Db(db => db.Outbox.Where(e => e.Name == "gms.registry.departure-reviewed:1" && e.Body.Contains(departure)).OrderByDescending(e => e.OccurredAt).Select(e => e.Body).FirstAsync()), typeof(DepartureReviewed)) as DepartureReviewed ?? throw new InvalidOperationException();
}
