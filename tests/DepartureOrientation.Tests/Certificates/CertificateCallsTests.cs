using Gms.Platform;
using Gms.Testing;
using Gms.Type.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Certificates;

public sealed class CertificateCallsTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    readonly Proto.Certificates.CertificatesClient _manager = new(host.As(A.Manager, "orientation"));
    readonly Proto.Certificates.CertificatesClient _registry = new(host.As(A.Registry, "departure-clearance"));

    [Fact]
    public async Task Who_attended_the_share_gets_a_signed_certificate_that_a_departure_can_rely_on()
    {
        var (certificate, session, worker) = await host.IssuedCertificate();

        var shown = await _manager.GetCertificateAsync(new() { CertificateId = certificate });
        var verified = await _registry.VerifyCertificateAsync(Departure(worker));

        Assert.Equal((worker, session, 360, Given.Today.AddDays(365).ToProto()), (shown.WorkerNumber, shown.Certificate.SessionId, shown.Certificate.Minutes, shown.Certificate.ExpiresOn));
        Assert.Equal(3, shown.Credential.Split('.').Length);
        Assert.Equal((Outcome.Pass, certificate), (verified.Check.Outcome, verified.Certificate.CertificateId));
        Assert.Equal("gms.departure-orientation.certificate-issued:1", await host.Db(db => db.Outbox.Where(e => e.SubjectId == certificate).Select(e => e.Name).SingleAsync()));
    }

    [Fact]
    public async Task A_course_that_was_not_finished_gives_no_certificate_and_no_event()
    {
        var (session, worker) = await host.AttendedSession(minutes: 287);

        Assert.Equal(["CERTIFICATE_SHARE_NOT_REACHED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.IssueCertificateAsync(Issue(session, worker))));
        Assert.False(await host.Db(db => db.Certificates.AnyAsync(c => c.WorkerNumber == worker)));
        Assert.False(await host.Db(db => db.Outbox.AnyAsync(e => e.Name.Contains("certificate-issued") && e.Body.Contains(worker))));
    }

    [Fact]
    public async Task A_session_gives_a_worker_one_certificate()
    {
        var (_, session, worker) = await host.IssuedCertificate();

        Assert.Equal(["CERTIFICATE_ALREADY_ISSUED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.IssueCertificateAsync(Issue(session, worker))));
    }

    [Fact]
    public async Task A_session_after_the_accreditation_was_withdrawn_gives_no_certificate()
    {
        var officer = new Proto.Institutions.InstitutionsClient(host.As(A.Officer));
        var institution = await host.AccreditedInstitution();
        var (session, worker) = await host.AttendedSession(institution: institution);
        var accreditation = (await officer.GetInstitutionAsync(new() { InstitutionId = institution })).Institution.Accreditations.Single().AccreditationId;

        await officer.WithdrawAccreditationAsync(new() { RequestId = Given.New(), AccreditationId = accreditation, From = Given.Today.ToProto(), Reference = "2" });

        Assert.Equal(["SESSION_INSTITUTION_NOT_ACCREDITED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.IssueCertificateAsync(Issue(session, worker))));
        Assert.Equal(["SESSION_INSTITUTION_NOT_ACCREDITED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.IssueSessionCertificatesAsync(new() { RequestId = Given.New(), SessionId = session })));
    }

    [Fact]
    public async Task A_revoked_certificate_fails_the_check_and_is_an_event()
    {
        var (certificate, _, worker) = await host.IssuedCertificate();

        await _manager.RevokeCertificateAsync(new() { RequestId = Given.New(), CertificateId = certificate, Reason = Proto.RevocationReason.AttendanceNotProven });

        var verified = await _registry.VerifyCertificateAsync(Departure(worker));
        Assert.Equal((Outcome.Fail, Proto.CertificateState.Revoked), (verified.Check.Outcome, verified.Certificate.State));
        Assert.Equal(
            ["gms.departure-orientation.certificate-issued:1", "gms.departure-orientation.certificate-revoked:1"],
            await host.Db(db => db.Outbox.Where(e => e.SubjectId == certificate).OrderBy(e => e.SubjectVersion).Select(e => e.Name).ToListAsync()));
        Assert.Equal(["CERTIFICATE_ALREADY_REVOKED"], await Refused.Codes(StatusCode.FailedPrecondition,
            () => _manager.RevokeCertificateAsync(new() { RequestId = Given.New(), CertificateId = certificate, Reason = Proto.RevocationReason.Fraud })));
    }

    [Fact]
    public async Task A_worker_without_one_fails_the_check_with_the_rule_and_what_to_do()
    {
        var verified = await _registry.VerifyCertificateAsync(Departure(WorkerNumber.New("LA")));

        Assert.Null(verified.Certificate);
        Assert.Equal(("ORIENTATION_CERTIFICATE", Outcome.Fail, "LA-PDO", Confidence.Low), (verified.Check.Code, verified.Check.Outcome, verified.Check.Source.Rule, verified.Check.Source.Confidence));
        Assert.NotEmpty(verified.Check.Remedy);
    }

    [Fact]
    public async Task An_add_on_answers_for_no_departure_and_takes_nothing_from_its_base()
    {
        var (first, second) = (await host.Session(), await host.Session());
        var origin = await new Proto.Curricula.CurriculaClient(host.As(A.Manager)).GetCurriculumAsync(new() { CurriculumId = first.CurriculumId });
        var addOn = Given.Curriculum();
        addOn.AddsTo = origin.Curriculum.Code;
        second.CurriculumId = (await new Proto.Curricula.CurriculaClient(host.As(A.Manager)).PublishCurriculumAsync(addOn)).CurriculumId;
        (second.StartsAt, second.EndsAt) = (Timestamp.FromDateTimeOffset(Given.At(16)), Timestamp.FromDateTimeOffset(Given.At(23)));
        var worker = WorkerNumber.New("LA");

        await Certified(second, worker);
        var alone = await _registry.VerifyCertificateAsync(Departure(worker));
        var certificate = await Certified(first, worker);
        var beside = await _registry.VerifyCertificateAsync(Departure(worker));

        Assert.Equal(Outcome.Fail, alone.Check.Outcome);
        Assert.Equal((Outcome.Pass, certificate), (beside.Check.Outcome, beside.Certificate.CertificateId));
    }

    [Fact]
    public async Task A_certificate_shown_by_another_worker_does_not_count()
    {
        var (certificate, _, _) = await host.IssuedCertificate();
        var asked = Departure(WorkerNumber.New("LA"));
        asked.CertificateId = certificate;

        var verified = await _registry.VerifyCertificateAsync(asked);

        Assert.Equal(Outcome.Fail, verified.Check.Outcome);
        Assert.Null(verified.Certificate);
    }

    [Fact]
    public async Task A_row_changed_behind_the_service_s_back_is_not_believed()
    {
        var (certificate, _, worker) = await host.IssuedCertificate();
        await using var owner = NpgsqlDataSource.Create(host.Database.OwnerConnection);
        await using var forge = owner.CreateCommand("UPDATE certificates SET expires_on = '2099-01-01' WHERE id = $1");
        forge.Parameters.Add(new() { Value = Guid.Parse(certificate) });
        await forge.ExecuteNonQueryAsync();

        Assert.Equal(Outcome.Fail, (await _registry.VerifyCertificateAsync(Departure(worker))).Check.Outcome);
    }

    [Fact]
    public async Task The_service_itself_cannot_change_what_a_certificate_says()
    {
        var (certificate, _, _) = await host.IssuedCertificate();
        await using var app = NpgsqlDataSource.Create(host.Database.AppConnection);
        await using var change = app.CreateCommand("UPDATE certificates SET minutes = 9999 WHERE id = $1");
        change.Parameters.Add(new() { Value = Guid.Parse(certificate) });

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => change.ExecuteNonQueryAsync())).SqlState);
    }

    [Fact]
    public async Task A_certificate_for_Thailand_does_not_answer_for_China()
    {
        var (_, _, worker) = await host.IssuedCertificate();
        var asked = Departure(worker);
        asked.Destination = "CN";

        Assert.Equal(Outcome.Fail, (await _registry.VerifyCertificateAsync(asked)).Check.Outcome);
    }

    [Fact]
    public async Task Only_the_Registry_verifies_and_only_to_clear_a_departure()
    {
        var direct = new Proto.Certificates.CertificatesClient(host.As(A.Officer, "departure-clearance"));
        var other = new Proto.Certificates.CertificatesClient(host.As(A.Manager with { Service = "recruitment" }, "departure-clearance"));

        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => direct.VerifyCertificateAsync(Departure(A.Worker))));
        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => other.VerifyCertificateAsync(Departure(A.Worker))));
    }

    [Fact]
    public async Task A_worker_reads_the_own_certificate_and_no_other()
    {
        var (certificate, _, worker) = await host.IssuedCertificate();
        var owner = new Proto.Certificates.CertificatesClient(host.As(Who.TheWorker(worker), "own-record"));
        var other = new Proto.Certificates.CertificatesClient(host.As(Who.TheWorker(WorkerNumber.New("LA")), "own-record"));

        Assert.Equal(worker, (await owner.GetCertificateAsync(new() { CertificateId = certificate })).WorkerNumber);
        Assert.Equal(["CERTIFICATE_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => other.GetCertificateAsync(new() { CertificateId = certificate })));
    }

    static Proto.IssueCertificateRequest Issue(string session, string worker) => new() { RequestId = Given.New(), SessionId = session, WorkerNumber = worker };

    /// <summary>Attends a session to its end, and has its certificate.</summary>
    async Task<string> Certified(Proto.PlanSessionRequest plan, string worker)
    {
        var sessions = new Proto.Sessions.SessionsClient(host.As(A.Manager));
        var session = (await sessions.PlanSessionAsync(plan)).SessionId;
        await host.EnrolledWorkerIn(session, worker);
        await sessions.RecordAttendanceAsync(Given.Attendance(session, worker));
        await sessions.CloseSessionAsync(new() { RequestId = Given.New(), SessionId = session });
        return (await _manager.IssueCertificateAsync(Issue(session, worker))).CertificateId;
    }

    static Proto.VerifyCertificateRequest Departure(string worker) => new() { WorkerNumber = worker, Origin = "LA", Destination = "TH", Day = Given.Today.AddDays(10).ToProto() };
}
