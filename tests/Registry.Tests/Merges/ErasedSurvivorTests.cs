using Gms.Platform;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Merges;

/// <summary>A person had a record in two countries, and the one that survived their merge was erased: the other country lists what is left.</summary>
public sealed class ErasedSurvivorTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    static readonly Who Thai = Who.Is(Role.MinistryOfficer, "TH"), Lao = Who.Is(Role.MinistryOfficer, "LA");

    static string Id() => Guid.NewGuid().ToString();

    [Fact]
    public async Task Cases_and_corrections_are_listed_as_far_as_there_is_anything_to_read()
    {
        var (lao, thai) = (await host.Enrolled(), await host.Enrolled("TH"));
        await Distress(lao);
        await Distress(thai);
        await Correct(Lao, lao);
        var kept = await Correct(Thai, thai);
        await host.Merges("TH").AcceptMergeAsync(MergesHost.Accept((await host.Merges().MergeWorkersAsync(MergesHost.Merge(lao, thai))).MergeId));
        var erasures = new Proto.Erasures.ErasuresClient(host.Host.As(Lao, "enrolment"));
        var erasure = (await erasures.RequestErasureAsync(new() { RequestId = Id(), WorkerNumber = lao, Ground = Proto.ErasureGround.WorkerAsked, Reference = "2026/9" })).ErasureId;
        await new Proto.Erasures.ErasuresClient(host.Host.As(Lao with { Account = "second-officer@LA" }, "enrolment")).DecideErasureAsync(new() { RequestId = Id(), ErasureId = erasure, Approve = true, Reason = "As the file says." });

        var cases = (await new Proto.Distress.DistressClient(host.Host.As(Thai, "complaint")).ListDistressAsync(new() { WorkerNumber = thai })).Cases;
        var corrections = (await new Proto.Corrections.CorrectionsClient(host.Host.As(Thai, "enrolment")).ListCorrectionsAsync(new() { WorkerNumber = thai })).Corrections;

        Assert.Equal([(lao, ""), (thai, "Behind the second gate.")], cases.Select(c => (c.WorkerNumber, c.Words)));
        Assert.Equal([kept], corrections.Select(c => c.CorrectionId));
    }

    async Task Distress(string number) => await new Proto.Distress.DistressClient(host.Host.As(Who.Is(Role.CivilSocietyOfficer, "TH"), "complaint")).RaiseDistressAsync(
        new() { RequestId = Id(), WorkerNumber = number, Kind = "CONFINED", Country = "TH", ToldBy = Proto.DistressTeller.CivilSociety, Words = "Behind the second gate." });

    async Task<string> Correct(Who officer, string number) => (await new Proto.Corrections.CorrectionsClient(host.Host.As(officer, "enrolment")).ProposeCorrectionAsync(new()
    {
        RequestId = Id(), WorkerNumber = number, Value = new() { Nationality = new() { Stateless = true } }, Reason = Proto.CorrectionReason.DocumentSaysOtherwise, Evidence = Proto.Evidence.OriginalSeen, EvidenceReference = "file 7",
    })).CorrectionId;
}
