using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Certificates;

public sealed class IssueSessionCertificatesTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    readonly Proto.Certificates.CertificatesClient _manager = new(host.As(A.Manager, "orientation"));
    readonly Proto.Sessions.SessionsClient _sessions = new(host.As(A.Manager));

    [Fact]
    public async Task Whoever_attended_the_share_gets_one_and_each_other_is_told_why_not()
    {
        var session = await host.PlannedSession();
        var (_, whole) = await host.EnrolledWorker(session);
        var (_, before) = await host.EnrolledWorker(session);
        var (_, part) = await host.EnrolledWorker(session);
        foreach (var (worker, minutes) in new[] { (whole, 360), (before, 360), (part, 287) })
            await _sessions.RecordAttendanceAsync(Given.Attendance(session, worker, minutes));
        await _sessions.CloseSessionAsync(new() { RequestId = Given.New(), SessionId = session });
        await _manager.IssueCertificateAsync(new() { RequestId = Given.New(), SessionId = session, WorkerNumber = before });

        var request = new Proto.IssueSessionCertificatesRequest { RequestId = Given.New(), SessionId = session };
        var answer = await _manager.IssueSessionCertificatesAsync(request);

        Assert.Equal((1, 1), (answer.Issued, answer.IssuedBefore));
        Assert.Equal(["CERTIFICATE_SHARE_NOT_REACHED"], Assert.Single(answer.NotIssued).Reasons.Problems_.Select(p => p.Code));
        Assert.Equal(answer, await _manager.IssueSessionCertificatesAsync(request));    // sent twice
        Assert.Equal([.. new[] { whole, before }.Order(StringComparer.Ordinal)], await host.Db(db => db.Certificates.Where(c => c.SessionId == Guid.Parse(session)).Select(c => c.WorkerNumber).OrderBy(w => w).ToListAsync()));
        Assert.Equal(1, await host.Db(db => db.Outbox.CountAsync(e => e.Name.Contains("certificate-issued") && e.Body.Contains(whole))));
        var again = await _manager.IssueSessionCertificatesAsync(new() { RequestId = Given.New(), SessionId = session });
        Assert.Equal((0, 2), (again.Issued, again.IssuedBefore));
    }

    [Fact]
    public async Task A_session_that_is_not_closed_gives_nobody_any()
    {
        var (session, worker) = await host.EnrolledWorker();
        await _sessions.RecordAttendanceAsync(Given.Attendance(session, worker));

        Assert.Equal(["CERTIFICATE_SESSION_OPEN"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.IssueSessionCertificatesAsync(new() { RequestId = Given.New(), SessionId = session })));
        Assert.False(await host.Db(db => db.Certificates.AnyAsync(c => c.WorkerNumber == worker)));
    }

    [Fact]
    public async Task A_trainer_issues_none_and_neither_does_another_country_s_manager()
    {
        var (session, _) = await host.AttendedSession();
        Proto.IssueSessionCertificatesRequest Request() => new() { RequestId = Given.New(), SessionId = session };

        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(async () => await new Proto.Certificates.CertificatesClient(host.As(A.Trainer)).IssueSessionCertificatesAsync(Request()))).StatusCode);
        Assert.Equal(["SESSION_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => new Proto.Certificates.CertificatesClient(host.As(Who.Is(Role.TrainingManager, "KH"))).IssueSessionCertificatesAsync(Request())));
    }
}
