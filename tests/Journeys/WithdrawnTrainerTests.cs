using Gms.DepartureOrientation.V1;
using Gms.Local.Demo;
using Gms.Registry.V1;
using Gms.Type.V1;
using Grpc.Core;
using Xunit;

namespace Gms.Journeys;

/// <summary>A trainer is withdrawn while a worker whom the trainer taught is about to leave: the office sees the certificate and the departure, and revoking the one has the other looked at again.</summary>
[Collection(LaoAgency.Read)]
public sealed class WithdrawnTrainerTests(WholeSystem whole)
{
    [Fact]
    public async Task What_rests_on_a_withdrawn_trainer_is_found_up_to_the_planned_departure_and_decided()
    {
        var cancel = TestContext.Current.CancellationToken;
        var start = new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero).AddHours(3).AddDays(-LaoGarmentWorker.DaysToDeparture);
        var worker = (await new LaoGarmentWorker(whole.Offices, whole.Data, start) { StaysAtTheBorder = true }.Run(cancel)).WorkerNumber;
        var (certificate, departure) = (await Subject(worker, "gms.departure-orientation.certificate-issued:1"), await Subject(worker, "gms.registry.departure-cleared:1"));

        var trace = await new Cascade.CascadeClient(Orientation()).TraceCertificateAsync(new() { CertificateId = certificate }, cancellationToken: cancel);
        Assert.True(trace.ReachesRoots);
        var taught = trace.Edges.Single(e => e.ToCertificationId.Length == 0);    // the worker's session
        var trainer = trace.Nodes.Single(n => n.CertificationId == taught.FromCertificationId);
        Assert.Contains(trace.Edges, e => e.ToCertificationId == trainer.CertificationId);    // who was made a trainer by a training

        var withdrawal = (await new Trainers.TrainersClient(Orientation()).WithdrawTrainerAsync(
            new() { RequestId = Given.NewId(), TrainerId = trainer.TrainerId, From = taught.FirstDay, Reason = WithdrawalReason.FalseRecords }, cancellationToken: cancel)).WithdrawalId;
        var withdrawals = new Withdrawals.WithdrawalsClient(Orientation());
        Assert.Equal(1, (await withdrawals.FindDeparturesAsync(new() { RequestId = Given.NewId(), WithdrawalId = withdrawal }, cancellationToken: cancel)).Added);

        var entries = (await withdrawals.ListEntriesAsync(new() { WithdrawalId = withdrawal }, cancellationToken: cancel)).Entries;
        Assert.Equal(
            [(WithdrawalEntryKind.Session, trace.SessionId), (WithdrawalEntryKind.Certificate, certificate), (WithdrawalEntryKind.Departure, departure)],
            entries.Select(e => (e.Kind, e.SubjectId)));

        foreach (var entry in entries)
            await withdrawals.DecideEntryAsync(new()
            {
                RequestId = Given.NewId(),
                EntryId = entry.EntryId,
                Decision = entry.Kind == WithdrawalEntryKind.Certificate ? WithdrawalDecision.Revoked : WithdrawalDecision.ToBeRepeated,
                Reason = "The session was not held.",
            }, cancellationToken: cancel);

        Assert.True((await withdrawals.GetWithdrawalAsync(new() { WithdrawalId = withdrawal }, cancellationToken: cancel)).Withdrawal.Complete);
        await Given.Until(async () => (await Timeline(worker)).Any(e => e.Name == "gms.registry.departure-reviewed:1"), "the departure is looked at again", cancel);
    }

    CallInvoker Orientation() => whole.Offices.To("DepartureOrientation", Account.Ministry("LA"), "orientation");

    async Task<string> Subject(string worker, string name) => (await Timeline(worker)).Single(e => e.Name == name).SubjectId;

    async Task<IReadOnlyList<Registry.V1.JourneyEntry>> Timeline(string worker) =>
        (await new Registry.V1.Journeys.JourneysClient(whole.Offices.To("Registry", Account.Ministry("LA"), "departure-clearance")).GetJourneyAsync(new() { WorkerNumber = worker })).Entries;
}
