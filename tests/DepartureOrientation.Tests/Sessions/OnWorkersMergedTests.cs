using Gms.DepartureOrientation.Sessions;
using Gms.Events.Registry;
using Gms.Platform;
using Gms.Registry.V1;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Sessions;

public sealed class OnWorkersMergedTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    readonly Proto.Certificates.CertificatesClient _registry = new(host.As(A.Registry, "departure-clearance"));
    readonly Proto.Sessions.SessionsClient _manager = new(host.As(A.Manager));
    readonly Gms.WorkItems.V1.WorkItems.WorkItemsClient _workItems = new(host.As(A.Manager, "orientation"));

    [Fact]
    public async Task A_certificate_answers_for_a_departure_under_either_number_until_the_merge_is_undone()
    {
        var (certificate, _, worker) = await host.IssuedCertificate();
        var survivor = WorkerNumber.New("LA");
        var merging = new Merging(survivor, worker);
        Assert.Equal(Outcome.Fail, await Verified(survivor));

        await host.Deliver<WorkersMerged, OnWorkersMerged>(merging.Merged);

        Assert.Equal((Outcome.Pass, Outcome.Pass), (await Verified(survivor), await Verified(worker)));
        Assert.Equal(worker, (await new Proto.Certificates.CertificatesClient(host.As(Who.TheWorker(survivor), "own-record")).GetCertificateAsync(new() { CertificateId = certificate })).WorkerNumber);

        await host.Deliver<WorkersUnmerged, OnWorkersUnmerged>(merging.Unmerged);

        Assert.Equal((Outcome.Fail, Outcome.Pass), (await Verified(survivor), await Verified(worker)));
    }

    [Fact]
    public async Task Attendance_and_certificate_find_the_place_under_either_number()
    {
        var (session, worker) = await host.EnrolledWorker();
        var survivor = WorkerNumber.New("LA");
        await host.Deliver<WorkersMerged, OnWorkersMerged>(new Merging(survivor, worker).Merged);

        await _manager.RecordAttendanceAsync(Given.Attendance(session, survivor));
        await _manager.CloseSessionAsync(new() { RequestId = Given.New(), SessionId = session });
        await new Proto.Certificates.CertificatesClient(host.As(A.Manager)).IssueCertificateAsync(new() { RequestId = Given.New(), SessionId = session, WorkerNumber = survivor });

        // The certificate is of the place, and keeps its number.
        Assert.Equal([worker], await host.Db(db => db.Certificates.Where(c => c.SessionId == Guid.Parse(session)).Select(c => c.WorkerNumber).ToListAsync()));
    }

    [Fact]
    public async Task Places_in_two_sessions_at_once_go_to_an_officer()
    {
        var (_, one) = await host.EnrolledWorker();
        var (_, other) = await host.EnrolledWorker();

        await host.Deliver<WorkersMerged, OnWorkersMerged>(new Merging(one, other).Merged);

        Assert.Equal([other, one], Assert.Single(await Found("SESSIONS_AT_ONCE", one)).WorkerNumbers);
    }

    [Fact]
    public async Task After_the_merge_nobody_gets_a_second_place_at_the_same_time_under_the_other_number()
    {
        var (session, one) = await host.EnrolledWorker();
        var (elsewhere, other) = (await host.PlannedSession(), WorkerNumber.New("LA"));
        await host.Deliver<WorkersMerged, OnWorkersMerged>(new Merging(one, other).Merged);

        Assert.Equal(["SESSION_WORKER_ENROLLED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.EnrolWorkerAsync(Enrolment(session, other))));
        Assert.Equal(["SESSION_WORKER_ELSEWHERE"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.EnrolWorkerAsync(Enrolment(elsewhere, other))));
    }

    [Fact]
    public async Task A_place_that_is_given_while_merged_keeps_its_number_and_goes_to_an_officer_when_they_part()
    {
        var (one, other) = (WorkerNumber.New("LA"), WorkerNumber.New("LA"));
        var merging = new Merging(one, other);
        await host.Deliver<WorkersMerged, OnWorkersMerged>(merging.Merged);
        host.Peers.Answer(DepartureOrientationHost.Confirm, (ConfirmWorkerRequest _) => new ConfirmWorkerResponse { Exists = true, WorkerNumber = one, Country = "LA" });
        var place = (await _manager.EnrolWorkerAsync(Enrolment(await host.PlannedSession(), other))).EnrolmentId;
        host.RegistryIsUp();

        await host.Deliver<WorkersUnmerged, OnWorkersUnmerged>(merging.Unmerged);

        Assert.Equal(other, await host.Db(db => db.Enrolments.Where(e => e.Id == Guid.Parse(place)).Select(e => e.WorkerNumber).SingleAsync()));
        Assert.Equal(("enrolments", place), Assert.Single(Assert.Single(await Found("MADE_WHILE_MERGED", one)).Facts) is var f ? (f.Name, f.Value) : default);
    }

    static Proto.EnrolWorkerRequest Enrolment(string session, string worker) => new() { RequestId = Given.New(), SessionId = session, WorkerNumber = worker };

    async Task<Outcome> Verified(string worker) =>
        (await _registry.VerifyCertificateAsync(new() { WorkerNumber = worker, Origin = "LA", Destination = "TH", Day = Given.Today.AddDays(7).ToProto() })).Check.Outcome;

    async Task<IReadOnlyList<Gms.WorkItems.V1.WorkItem>> Found(string kind, string worker) =>
        [.. (await _workItems.ListWorkItemsAsync(new() { Country = "LA", Kind = kind, PageSize = 200 })).WorkItems.Where(i => i.WorkerNumbers.Contains(worker))];
}
