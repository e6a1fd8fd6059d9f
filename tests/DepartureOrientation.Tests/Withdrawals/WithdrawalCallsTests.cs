using Gms.DepartureOrientation.Tests.Cascade;
using Gms.Platform;
using Gms.Registry.V1;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Withdrawals;

public sealed class WithdrawalCallsTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    const string OpenDepartures = "/gms.registry.v1.Departures/ListOpenDepartures";

    readonly Proto.Withdrawals.WithdrawalsClient _officer = new(host.As(A.Officer, "orientation"));
    readonly Proto.Trainers.TrainersClient _trainers = new(host.As(A.Officer));

    [Fact]
    public async Task A_trainer_withdrawn_touches_what_lies_below_from_that_day_on_and_nothing_else()
    {
        var root = await host.Root();
        var before = await host.TaughtBy(root, -25);
        var second = await host.Trained(root, -20);
        var after = await host.TaughtBy(root, -15);
        var below = await host.TaughtBy(second, -10);
        var elsewhere = await host.TaughtBy(await host.Trained(await host.Root(), -20), -9);

        var entries = await Entries(await Withdraw(root, -20));

        Assert.Equal(new[] { after.Certificate, below.Certificate }.Order(), Subjects(entries, Proto.WithdrawalEntryKind.Certificate));
        Assert.Equal(3, Subjects(entries, Proto.WithdrawalEntryKind.Session).Count);    // the training, and one session of each
        Assert.Subset(Subjects(entries, Proto.WithdrawalEntryKind.Session).ToHashSet(), new HashSet<string> { after.Session, below.Session });
        Assert.Single(Subjects(entries, Proto.WithdrawalEntryKind.Certification));
        Assert.DoesNotContain(entries, e => e.SubjectId == before.Certificate || e.SubjectId == elsewhere.Certificate);
    }

    [Fact]
    public async Task Who_was_trained_before_that_day_keeps_what_was_earned()
    {
        var root = await host.Root();
        await host.TaughtBy(await host.Trained(root, -20), -10);

        Assert.Empty(await Entries(await Withdraw(root, -19)));
    }

    [Fact]
    public async Task A_trainer_certified_by_two_lines_is_not_touched_while_one_remains()
    {
        var (root, other, account) = (await host.Root(), await host.Root(), $"trainer-{Given.New()}");
        var twice = await host.Trained(root, -20, account);
        await host.Certify(GivenCascade.ByTraining(await host.Training(other, -20, account), account, -20));
        await host.TaughtBy(twice, -10);

        var first = await Entries(await Withdraw(root, -20));
        Assert.Equal([Proto.WithdrawalEntryKind.Session], first.Select(e => e.Kind));    // the training alone

        var second = await Entries(await Withdraw(other, -20));
        Assert.Contains(second, e => e.Kind == Proto.WithdrawalEntryKind.Session);
    }

    [Fact]
    public async Task A_module_version_withdrawn_touches_what_teaches_it_from_that_day_on()
    {
        var request = Given.Curriculum();
        var code = $"SM-{Given.New()}";
        request.Modules[0].Code = code;
        var root = await host.Root();
        var untouched = await host.TaughtBy(root, -2);
        var curriculum = (await new Proto.Curricula.CurriculaClient(host.As(A.Manager)).PublishCurriculumAsync(request)).CurriculumId;
        var plan = await host.Session();
        (plan.CurriculumId, plan.TrainerId) = (curriculum, (await _trainers.CertifyTrainerAsync(Given.Trainer())).TrainerId);
        var session = (await new Proto.Sessions.SessionsClient(host.As(A.Manager)).PlanSessionAsync(plan)).SessionId;

        var withdrawal = await _officer.WithdrawModuleVersionAsync(Module(code));

        Assert.Equal([session], (await Entries(withdrawal.WithdrawalId)).Select(e => e.SubjectId));
        Assert.NotEqual(session, untouched.Session);
        plan.RequestId = Given.New();
        plan.Room = "Room 2";
        Assert.Contains("SESSION_MODULE_WITHDRAWN", await Refused.Codes(StatusCode.FailedPrecondition, () => new Proto.Sessions.SessionsClient(host.As(A.Manager)).PlanSessionAsync(plan)));
        var again = request.Clone();
        again.RequestId = Given.New();
        Assert.Equal(["CURRICULUM_MODULE_WITHDRAWN"], await Refused.Codes(StatusCode.FailedPrecondition, () => new Proto.Curricula.CurriculaClient(host.As(A.Manager)).PublishCurriculumAsync(again)));
        Assert.Equal(["MODULE_WITHDRAWN"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.WithdrawModuleVersionAsync(Module(code))));
    }

    [Fact]
    public async Task A_list_is_complete_when_departures_were_asked_for_and_each_entry_is_decided_and_a_certificate_revoked_here_is_revoked()
    {
        var root = await host.Root();
        var (certificate, _, worker) = await host.TaughtBy(root, 0);
        var withdrawal = await Withdraw(root, 0);
        var departure = Guid.CreateVersion7().ToString();
        host.Peers.Answer(OpenDepartures, (ListOpenDeparturesRequest asked) => new ListOpenDeparturesResponse
        {
            Departures = { asked.WorkerNumbers.Where(n => n == worker).Select(n => new OpenDeparture { DepartureId = departure, WorkerNumber = n, Origin = "LA", Destination = "TH", PlannedOn = Given.Today.AddDays(9).ToProto() }) },
        });

        Assert.Equal(1, (await _officer.FindDeparturesAsync(new() { RequestId = Given.New(), WithdrawalId = withdrawal })).Added);
        Assert.Equal(0, (await _officer.FindDeparturesAsync(new() { RequestId = Given.New(), WithdrawalId = withdrawal })).Added);

        var entries = await Entries(withdrawal);
        Assert.Equal(["Session", "Certificate", "Departure"], entries.Select(e => e.Kind.ToString()));
        Assert.Equal((departure, certificate), (entries[2].SubjectId, entries[2].RestsOn));
        Assert.Equal(["WITHDRAWAL_ENTRY_NOT_REVOCABLE"], await Refused.Codes(StatusCode.FailedPrecondition, () => Decide(entries[0], Proto.WithdrawalDecision.Revoked)));
        Assert.Equal(2, (await Decide(entries[0], Proto.WithdrawalDecision.Stands)).Undecided);
        await Decide(entries[1], Proto.WithdrawalDecision.Revoked);
        Assert.False((await Shown(withdrawal)).Complete);
        await Decide(entries[2], Proto.WithdrawalDecision.ToBeRepeated);

        Assert.True((await Shown(withdrawal)).Complete);
        Assert.Equal(["WITHDRAWAL_ENTRY_DECIDED"], await Refused.Codes(StatusCode.FailedPrecondition, () => Decide(entries[1], Proto.WithdrawalDecision.Stands)));
        var revoked = (await new Proto.Certificates.CertificatesClient(host.As(A.Officer, "orientation")).GetCertificateAsync(new() { CertificateId = certificate })).Certificate;
        Assert.Equal((Proto.CertificateState.Revoked, Proto.RevocationReason.TrainerWithdrawn), (revoked.State, revoked.RevocationReason));
        Assert.True(await host.Db(db => db.Outbox.AnyAsync(e => e.SubjectId == certificate && e.Name == "gms.departure-orientation.certificate-revoked:1")));
    }

    [Fact]
    public async Task While_the_Registry_does_not_answer_departures_are_unknown_and_the_list_is_not_complete()
    {
        var root = await host.Root();
        await host.TaughtBy(root, 0);
        var withdrawal = await Withdraw(root, 0);
        foreach (var entry in await Entries(withdrawal))
            await Decide(entry, Proto.WithdrawalDecision.Stands);
        host.Peers.TakeDown(OpenDepartures);

        await Refused.With(StatusCode.Unavailable, () => _officer.FindDeparturesAsync(new() { RequestId = Given.New(), WithdrawalId = withdrawal }));

        var shown = await Shown(withdrawal);
        Assert.Equal((0, false, null), (shown.Undecided, shown.Complete, shown.DeparturesAskedAt));
    }

    [Fact]
    public async Task A_departure_that_another_certificate_answers_for_does_not_rest_on_the_list()
    {
        var root = await host.Root();
        var (_, _, worker) = await host.TaughtBy(root, 0);
        await host.TaughtBy(await host.Root(), -1, worker);
        var withdrawal = await Withdraw(root, 0);
        host.Peers.Answer(OpenDepartures, (ListOpenDeparturesRequest _) => new ListOpenDeparturesResponse
        {
            Departures = { new OpenDeparture { DepartureId = Given.New(), WorkerNumber = worker, Origin = "LA", Destination = "TH", PlannedOn = Given.Today.AddDays(9).ToProto() } },
        });

        Assert.Equal(0, (await _officer.FindDeparturesAsync(new() { RequestId = Given.New(), WithdrawalId = withdrawal })).Added);
    }

    [Fact]
    public async Task A_certification_revoked_here_leads_nothing_any_more_and_is_an_event()
    {
        var root = await host.Root();
        var second = await host.Trained(root, -10);
        var entry = Assert.Single(await Entries(await Withdraw(root, -10)), e => e.Kind == Proto.WithdrawalEntryKind.Certification);

        await Decide(entry, Proto.WithdrawalDecision.Revoked);

        var trainer = (await _trainers.GetTrainerAsync(new() { TrainerId = second })).Trainer;
        Assert.Equal((false, Proto.WithdrawalReason.TrainingFell), (trainer.CertifiedToday, Assert.Single(trainer.Certifications).WithdrawalReason));
        Assert.True(await host.Db(db => db.Outbox.AnyAsync(e => e.SubjectId == second && e.Name == "gms.departure-orientation.certification-withdrawn:1")));
    }

    [Fact]
    public async Task What_a_descendant_taught_after_the_list_was_made_joins_it_when_the_certification_is_revoked()
    {
        var root = await host.Root();
        var second = await host.Trained(root, -10);
        var withdrawal = await Withdraw(root, -10);
        var (certificate, _, _) = await host.TaughtBy(second, 0);
        Assert.DoesNotContain(await Entries(withdrawal), e => e.SubjectId == certificate);

        await Decide((await Entries(withdrawal)).Single(e => e.Kind == Proto.WithdrawalEntryKind.Certification), Proto.WithdrawalDecision.Revoked);

        Assert.Single(await Entries(withdrawal), e => e.SubjectId == certificate);
    }

    [Fact]
    public async Task Of_two_decisions_at_once_one_stands()
    {
        var root = await host.Root();
        await host.TaughtBy(root, 0);
        var entry = (await Entries(await Withdraw(root, 0)))[0];

        var stood = await Task.WhenAll(new[] { Proto.WithdrawalDecision.Stands, Proto.WithdrawalDecision.ToBeRepeated }.Select(async decision =>
        {
            try
            {
                await Decide(entry, decision);
                return decision;
            }
            catch (RpcException refusal) when (refusal.StatusCode == StatusCode.FailedPrecondition)
            {
                return Proto.WithdrawalDecision.Unspecified;
            }
        }));

        var decided = Assert.Single(stood, s => s != Proto.WithdrawalDecision.Unspecified);
        var withdrawal = (await _officer.ListWithdrawalsAsync(new() { Country = "LA", PageSize = 200 })).Withdrawals.Single(w => w.TrainerId == root);
        Assert.Equal(decided, (await Entries(withdrawal.WithdrawalId)).Single(e => e.EntryId == entry.EntryId).Decision);
    }

    [Fact]
    public async Task Withdrawals_of_a_country_are_listed_there_and_nowhere_else()
    {
        var withdrawal = await Withdraw(await host.Root(), 0);
        var khmer = new Proto.Withdrawals.WithdrawalsClient(host.As(Who.Is(Role.MinistryOfficer, "KH")));

        List<string> listed = [];
        var token = "";
        do
        {
            var page = await _officer.ListWithdrawalsAsync(new() { Country = "LA", PageSize = 2, PageToken = token });
            listed.AddRange(page.Withdrawals.Select(w => w.WithdrawalId));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.Contains(withdrawal, listed);
        Assert.Equal(["WITHDRAWAL_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => khmer.GetWithdrawalAsync(new() { WithdrawalId = withdrawal })));
    }

    static Proto.WithdrawModuleVersionRequest Module(string code) => new() { RequestId = Given.New(), Country = "LA", Code = code, Version = 1, From = Given.Today.ToProto(), Reason = "wrong in law" };

    async Task<string> Withdraw(string trainer, int day) =>
        (await _trainers.WithdrawTrainerAsync(new() { RequestId = Given.New(), TrainerId = trainer, From = Given.Today.AddDays(day).ToProto(), Reason = Proto.WithdrawalReason.FalseRecords })).WithdrawalId;

    async Task<IReadOnlyList<Proto.WithdrawalEntry>> Entries(string withdrawal) => (await _officer.ListEntriesAsync(new() { WithdrawalId = withdrawal, PageSize = 200 })).Entries;

    async Task<Proto.Withdrawal> Shown(string withdrawal) => (await _officer.GetWithdrawalAsync(new() { WithdrawalId = withdrawal })).Withdrawal;

    AsyncUnaryCall<Proto.DecideEntryResponse> Decide(Proto.WithdrawalEntry entry, Proto.WithdrawalDecision decision) =>
        _officer.DecideEntryAsync(new() { RequestId = Given.New(), EntryId = entry.EntryId, Decision = decision, Reason = "looked at" });

    static IReadOnlyList<string> Subjects(IReadOnlyList<Proto.WithdrawalEntry> entries, Proto.WithdrawalEntryKind kind) => [.. entries.Where(e => e.Kind == kind).Select(e => e.SubjectId).Order()];
}
