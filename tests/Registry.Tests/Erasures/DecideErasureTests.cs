using Gms.Platform;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Erasures;

public sealed class DecideErasureTests(DeparturesHost departures) : IClassFixture<DeparturesHost>
{
    readonly RegistryHost host = departures.Host;

    static readonly Who First = Who.Is(Role.MinistryOfficer, "LA");
    static readonly Who Second = First with { Account = "second-officer@LA" };

    Proto.Workers.WorkersClient Workers => new(host.As(First, "enrolment"));

    Proto.Erasures.ErasuresClient As(Who who, DateTimeOffset? clock = null) => new(host.As(who, "enrolment", clock));

    async Task<string> Enrolled(string? passport = null) => (await Workers.EnrolWorkerAsync(A.Enrolment(number: passport))).WorkerNumber;

    async Task<string> Requested(string number) => (await As(First).RequestErasureAsync(new()
    {
        RequestId = Guid.NewGuid().ToString(),
        WorkerNumber = number,
        Ground = Proto.ErasureGround.WorkerAsked,
        Reference = "2026/9",
    })).ErasureId;

    static Proto.DecideErasureRequest Decision(string erasure, bool approve = true) => new() { RequestId = Guid.NewGuid().ToString(), ErasureId = erasure, Approve = approve, Reason = "As the file says." };

    [Fact]
    public async Task An_approved_erasure_leaves_the_number_and_the_audit_and_nothing_that_names_the_person()
    {
        var passport = $"P{Guid.NewGuid():N}"[..10];
        var number = await Enrolled(passport);

        await As(Second).DecideErasureAsync(Decision(await Requested(number)));

        Assert.Equal(["WORKER_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => Workers.GetWorkerAsync(new() { WorkerNumber = number })));
        Assert.Equal("0|0|0|0|0|true|1999||", await One($"SELECT (SELECT count(*) FROM worker_names n WHERE n.worker_id = w.id) || '|' || (SELECT count(*) FROM documents d WHERE d.worker_id = w.id) || '|' || (SELECT count(*) FROM match_records m WHERE m.worker_id = w.id) || '|' || (SELECT count(*) FROM worker_contacts c WHERE c.worker_id = w.id) || '|' || (SELECT count(*) FROM worker_relatives r WHERE r.worker_id = w.id) || '|' || (person_key IS NULL AND key_destroyed_at IS NOT NULL) || '|' || birth_date || '|' || coalesce(nationality, '') || '|' || coalesce(province, '') FROM workers w WHERE worker_number = '{number}'"));
        Assert.Equal("worker-enrolled erasure-requested erasure-decided", await One($"SELECT string_agg(event, ' ' ORDER BY at, id) FROM audit WHERE subject = '{number}'"));
        var erased = await host.Db(db => db.Outbox.SingleAsync(e => e.SubjectId == number && e.Name == "gms.registry.worker-erased:1"));
        Assert.Equal(2, erased.SubjectVersion);

        // The paper names nobody now: whoever comes with it is enrolled anew.
        Assert.NotEqual(number, await Enrolled(passport));
    }

    [Fact]
    public async Task Nobody_is_erased_on_a_journey()
    {
        var number = await departures.Enrolled();
        var day = TimeProvider.System.TodayIn("LA");
        var departure = (await departures.Departures(First).RegisterDepartureAsync(Given.Application(number, day: day))).Departure;
        Assert.Equal(Proto.DepartureStatus.Cleared, departure.Status);
        var erasure = await Requested(number);
        Task<IReadOnlyList<string>> Codes() => Refused.Codes(StatusCode.FailedPrecondition, () => As(Second).DecideErasureAsync(Decision(erasure)));

        Assert.Equal(["ERASURE_DEPARTURE_OPEN"], await Codes());
        await new Proto.Crossings.CrossingsClient(host.As(Who.Is(Role.BorderOfficer, "LA"), "border-control")).RecordExitAsync(new() { RequestId = Guid.NewGuid().ToString(), DepartureId = departure.DepartureId, Country = "LA" });
        Assert.Equal(["ERASURE_DEPARTURE_OPEN"], await Codes());
        await new Proto.Returns.ReturnsClient(host.As(Who.Is(Role.ReintegrationCounsellor, "LA"))).RecordReturnAsync(new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = number, Reason = "END_CONTRACT", From = "TH", To = "LA", ReturnedOn = day.ToProto() });

        Assert.Equal(Proto.ErasureState.Approved, (await As(Second).DecideErasureAsync(Decision(erasure))).State);
    }

    [Fact]
    public async Task The_audit_holds_after_an_erasure()
    {
        await As(Second).DecideErasureAsync(Decision(await Requested(await Enrolled())));

        await using var database = NpgsqlDataSource.Create(host.Database.OwnerConnection);
        var deadline = DateTime.UtcNow.AddSeconds(30);
        AuditVerdict verdict;
        while ((verdict = await AuditVerifier.Verify(database, new KeyFolder(Path.Combine(host.Folder, "keys"), mayCreate: false), host.Service.Identity, new(host.Folder, TimeSpan.FromSeconds(1)), CancellationToken.None)).UnsealedRows > 0 && DateTime.UtcNow < deadline)
            await Task.Delay(50);

        Assert.Empty(verdict.Faults);
        Assert.Equal(0, verdict.UnsealedRows);
        Assert.True(verdict.SealedRows >= 3);
    }

    [Fact]
    public async Task Whoever_made_the_request_does_not_decide_it_and_a_rejected_one_changes_nothing()
    {
        var number = await Enrolled();
        var erasure = await Requested(number);

        Assert.Equal(["ERASURE_SAME_OFFICER"], await Refused.Codes(StatusCode.FailedPrecondition, () => As(First).DecideErasureAsync(Decision(erasure))));
        Assert.Equal(Proto.ErasureState.Rejected, (await As(Second).DecideErasureAsync(Decision(erasure, approve: false))).State);

        Assert.Equal(number, (await Workers.GetWorkerAsync(new() { WorkerNumber = number })).WorkerNumber);
        Assert.Equal(["ERASURE_DECIDED_ALREADY"], await Refused.Codes(StatusCode.FailedPrecondition, () => As(Second).DecideErasureAsync(Decision(erasure))));
    }

    [Fact]
    public async Task One_request_waits_at_a_time_and_stands_first_in_the_list()
    {
        var number = await Enrolled();
        var erasure = await Requested(number);

        Assert.Equal(["ERASURE_REQUESTED_ALREADY"], await Refused.Codes(StatusCode.FailedPrecondition, () => As(First).RequestErasureAsync(new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = number, Ground = Proto.ErasureGround.Ordered, Reference = "2026/10" })));
        var listed = await As(Second).ListErasuresAsync(new() { Country = "LA", State = Proto.ErasureState.Requested, PageSize = 200 });
        Assert.Contains(listed.Erasures, e => e.ErasureId == erasure && e.Reference == "2026/9");
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => As(Who.Is(Role.MinistryOfficer, "KH")).ListErasuresAsync(new() { Country = "LA" })));
    }

    [Fact]
    public async Task An_officer_of_another_country_learns_of_no_request()
    {
        var erasure = await Requested(await Enrolled());

        Assert.Equal(["ERASURE_UNKNOWN"], await Refused.Codes(StatusCode.NotFound, () => As(Who.Is(Role.MinistryOfficer, "KH")).DecideErasureAsync(Decision(erasure))));
    }

    [Fact]
    public async Task A_record_that_is_older_than_it_is_kept_is_proposed_and_stays_until_an_officer_acts()
    {
        var number = await Enrolled();
        var later = DateTimeOffset.UtcNow.AddYears(15);

        Assert.DoesNotContain((await As(First, later.AddDays(-2)).ListProposalsAsync(new() { Country = "LA", PageSize = 200 })).Proposals, p => p.WorkerNumber == number);
        var proposal = Assert.Single((await As(First, later.AddDays(2)).ListProposalsAsync(new() { Country = "LA", PageSize = 200 })).Proposals, p => p.WorkerNumber == number);
        Assert.Equal((15, "low", ""), (proposal.KeptYears, proposal.Confidence, proposal.Source));
        Assert.Equal(number, (await Workers.GetWorkerAsync(new() { WorkerNumber = number })).WorkerNumber);
    }

    async Task<string> One(string sql)
    {
        await using var database = NpgsqlDataSource.Create(host.Database.OwnerConnection);
        await using var command = database.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
