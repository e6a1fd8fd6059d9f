using Gms.Local.Demo;
using Gms.Registry.V1;
using Gms.SocialSecurity.V1;
using Gms.Type.V1;
using Grpc.Core;
using Xunit;

namespace Gms.Journeys;

/// <summary>
/// One person through every change of paper: two new passports, a marriage, a corrected year of birth, and a second enrolment that is found out. All
/// through, her months of insurance are hers under either number. Every event goes through the broker.
/// </summary>
public sealed class OnePersonTests(WholeSystem whole)
{
    readonly Workers.WorkersClient _workers = new(whole.Offices.To("Registry", Account.Ministry("LA"), "enrolment"));
    readonly Documents.DocumentsClient _documents = new(whole.Offices.To("Registry", Account.Ministry("LA"), "enrolment"));
    readonly Corrections.CorrectionsClient _first = new(whole.Offices.To("Registry", Account.Ministry("LA"), "enrolment"));
    readonly Corrections.CorrectionsClient _second = new(whole.Offices.To("Registry", Account.SecondOfficer("LA"), "enrolment"));
    readonly Merges.MergesClient _merges = new(whole.Offices.To("Registry", Account.Ministry("LA"), "enrolment"));
    readonly Memberships.MembershipsClient _memberships = new(whole.Offices.To("SocialSecurity", Account.SocialSecurity("TH"), "social-security"));

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_who_changes_passport_twice_marries_and_corrects_a_birth_year_stays_one_person()
    {
        var (maiden, married) = ($"{Given.Word()} {Given.Word()}", $"{Given.Word()} {Given.Word()}");
        string[] passports = [.. Enumerable.Range(0, 4).Select(_ => "DEMO" + Given.NewId()[..8])];
        var number = (await _workers.EnrolWorkerAsync(Enrolment(maiden, 1999, passports[0]), cancellationToken: Cancel)).WorkerNumber;
        await Insured(number, "1000000001");
        await Replaced(number, passports[1]);
        await Replaced(number, passports[2]);
        await Corrected(number, new() { Names = new() { Names = { new PersonName { Full = married } } } }, CorrectionReason.MarriageOrDivorce);
        await Corrected(number, new() { BirthDate = new() { Year = 1998, Month = 7 } }, CorrectionReason.DocumentSaysOtherwise);

        // Found by each of the three passports, and as she is called and was born now.
        foreach (var passport in passports[..3])
            Assert.Equal(number, Assert.Single((await _documents.FindByDocumentAsync(new() { Kind = "PASSPORT", Issuer = "LA", Number = passport }, cancellationToken: Cancel)).Records).WorkerNumber);
        var again = Enrolment(married, 1998, passports[3]);
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await _workers.EnrolWorkerAsync(again, cancellationToken: Cancel));
        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
        Assert.Contains(number, refused.Status.Detail, StringComparison.Ordinal);

        // A clerk insists, and she is insured under the second number; a colleague finds out later that it is the same person.
        again.RequestId = Given.NewId();
        again.NotDuplicates.Add(new NotDuplicate { WorkerNumber = number, Reason = "says that she was never enrolled" });
        var other = (await _workers.EnrolWorkerAsync(again, cancellationToken: Cancel)).WorkerNumber;
        await Insured(other, "1000000002");
        await _merges.MergeWorkersAsync(new() { RequestId = Given.NewId(), Survivor = number, Absorbed = other, Reason = "the same person, both passports seen", Evidence = "file 7" }, cancellationToken: Cancel);

        var shown = await _workers.GetWorkerAsync(new() { WorkerNumber = other }, cancellationToken: Cancel);
        Assert.Equal((number, married, 1998), (shown.WorkerNumber, shown.Names[0].Full, shown.BirthDate.Year));
        Assert.Equal(3, shown.Documents.Count);
        Assert.Equal(other, Assert.Single(shown.Absorbed).WorkerNumber);
        foreach (var one in new[] { number, other })
            await Given.Until(async () => (await _memberships.ListMembershipsAsync(new() { WorkerNumber = one, Country = "TH" }, cancellationToken: Cancel)).Memberships.Count == 2, "her months under both numbers", Cancel);

        // What she was called and when she was said to be born stays readable.
        var corrections = (await _first.ListCorrectionsAsync(new() { WorkerNumber = other }, cancellationToken: Cancel)).Corrections;
        Assert.Equal([CorrectedFact.BirthDate, CorrectedFact.Names], corrections.Select(c => c.Fact));
        Assert.Equal((1999, maiden), (corrections[0].OldValue.BirthDate.Year, corrections[1].OldValue.Names.Names[0].Full));
    }

    static EnrolWorkerRequest Enrolment(string name, int year, string passport) => new()
    {
        RequestId = Given.NewId(),
        Country = "LA",
        Names = { new PersonName { Full = name } },
        BirthDate = new() { Year = year, Month = 7 },
        Sex = Sex.Female,
        Nationality = "LA",
        Province = "LA-SV",
        Document = Passport(passport),
    };

    static IdentityDocument Passport(string number) => new() { Kind = "PASSPORT", Issuer = "LA", Number = number, ValidUntil = new() { Year = 2034, Month = 1, Day = 1 } };

    async Task Insured(string worker, string employer) => await _memberships.StartMembershipAsync(
        new() { RequestId = Given.NewId(), WorkerNumber = worker, SchemeId = "TH-SSF-33", Employer = employer, FromDay = new() { Year = 2026, Month = 1, Day = 10 }, EmploymentType = "FORMAL", Channel = "MOU_S59" }, cancellationToken: Cancel);

    async Task Replaced(string number, string passport)
    {
        var inUse = (await _documents.ListDocumentsAsync(new() { WorkerNumber = number }, cancellationToken: Cancel)).Documents.Single(d => d.State == DocumentState.InUse);
        await _documents.ReplaceDocumentAsync(new() { RequestId = Given.NewId(), WorkerNumber = number, ReplacedDocumentId = inUse.DocumentId, Document = Passport(passport) }, cancellationToken: Cancel);
    }

    async Task Corrected(string number, FactValue value, CorrectionReason reason)
    {
        var proposed = await _first.ProposeCorrectionAsync(new() { RequestId = Given.NewId(), WorkerNumber = number, Value = value, Reason = reason, Evidence = Evidence.OriginalSeen }, cancellationToken: Cancel);
        await _second.ApproveCorrectionAsync(new() { RequestId = Given.NewId(), CorrectionId = proposed.CorrectionId }, cancellationToken: Cancel);
    }
}
