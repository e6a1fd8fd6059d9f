using Gms.Platform;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Workers;

/// <summary>One person through every change of paper: two new passports, a marriage, a corrected year of birth, and a second enrolment that is found out.</summary>
public sealed class OnePersonTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    readonly Proto.Workers.WorkersClient _workers = new(host.As(Who.Is(Role.MinistryOfficer, "LA"), "enrolment"));
    readonly Proto.Documents.DocumentsClient _documents = new(host.As(Who.Is(Role.MinistryOfficer, "LA"), "enrolment"));
    readonly Proto.Corrections.CorrectionsClient _first = new(host.As(Who.Is(Role.MinistryOfficer, "LA") with { Account = "officer-one" }, "enrolment"));
    readonly Proto.Corrections.CorrectionsClient _second = new(host.As(Who.Is(Role.MinistryOfficer, "LA") with { Account = "officer-two" }, "enrolment"));
    readonly Proto.Merges.MergesClient _merges = new(host.As(Who.Is(Role.MinistryOfficer, "LA"), "enrolment"));

    [Fact]
    public async Task A_worker_who_changes_passport_twice_marries_and_corrects_a_birth_year_stays_one_person()
    {
        var enrolment = A.Enrolment(number: "PA1000001");
        var number = (await _workers.EnrolWorkerAsync(enrolment)).WorkerNumber;
        await Replaced(number, "PA2000002");
        await Replaced(number, "PB3000003");
        await Corrected(number, new() { Names = new() { Names = { new PersonName { Full = "Example Married" } } } }, Proto.CorrectionReason.MarriageOrDivorce);
        await Corrected(number, new() { BirthDate = new() { Year = 1998, Month = 7 } }, Proto.CorrectionReason.DocumentSaysOtherwise);

        // Found by each of the three passports, and as she is called and was born now.
        foreach (var passport in new[] { "PA1000001", "PA2000002", "PB3000003" })
            Assert.Equal(number, Assert.Single((await _documents.FindByDocumentAsync(new() { Kind = "PASSPORT", Issuer = "LA", Number = passport })).Records).WorkerNumber);
        var again = A.Enrolment(number: "PC4000004");
        again.Names.Clear();
        again.Names.Add(new PersonName { Full = "Example Married" });
        again.BirthDate = new() { Year = 1998, Month = 7 };
        Assert.Equal(["WORKER_PROBABLY_ENROLLED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _workers.EnrolWorkerAsync(again)));

        // A clerk insists; a colleague finds out later that it is the same person.
        again.NotDuplicates.Add(new Proto.NotDuplicate { WorkerNumber = number, Reason = "says that she was never enrolled" });
        var other = (await _workers.EnrolWorkerAsync(again)).WorkerNumber;
        await _merges.MergeWorkersAsync(new() { RequestId = Id(), Survivor = number, Absorbed = other, Reason = "the same person, both passports seen", Evidence = "file 7" });

        var shown = await _workers.GetWorkerAsync(new() { WorkerNumber = other });
        Assert.Equal((number, "Example Married", 1998), (shown.WorkerNumber, shown.Names[0].Full, shown.BirthDate.Year));
        Assert.Equal(3, shown.Documents.Count);
        Assert.Equal(other, Assert.Single(shown.Absorbed).WorkerNumber);
        var corrections = (await _first.ListCorrectionsAsync(new() { WorkerNumber = other })).Corrections;
        Assert.Equal([Proto.CorrectedFact.BirthDate, Proto.CorrectedFact.Names], corrections.Select(c => c.Fact));
        Assert.Equal(enrolment.Names.Select(n => n.Full), corrections[1].OldValue.Names.Names.Select(n => n.Full));
    }

    async Task Replaced(string number, string passport)
    {
        var inUse = (await _documents.ListDocumentsAsync(new() { WorkerNumber = number })).Documents.Single(d => d.State == Proto.DocumentState.InUse);
        await _documents.ReplaceDocumentAsync(new()
        {
            RequestId = Id(),
            WorkerNumber = number,
            ReplacedDocumentId = inUse.DocumentId,
            Document = new() { Kind = "PASSPORT", Issuer = "LA", Number = passport, ValidUntil = new() { Year = 2034, Month = 1, Day = 1 } },
        });
    }

    async Task Corrected(string number, Proto.FactValue value, Proto.CorrectionReason reason)
    {
        var proposed = await _first.ProposeCorrectionAsync(new() { RequestId = Id(), WorkerNumber = number, Value = value, Reason = reason, Evidence = Proto.Evidence.OriginalSeen });
        await _second.ApproveCorrectionAsync(new() { RequestId = Id(), CorrectionId = proposed.CorrectionId });
    }

    static string Id() => Guid.NewGuid().ToString();
}
