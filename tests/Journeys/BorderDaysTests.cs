using Gms.Local.Demo;
using Gms.Recruitment.V1;
using Gms.Registry.V1;
using Google.Protobuf.WellKnownTypes;
using Xunit;

namespace Gms.Journeys;

/// <summary>A worker whose contract on arrival is another one, who came home, and who now crosses the border several times a day.</summary>
public sealed class BorderDaysTests(WholeSystem whole)
{
    [Fact]
    public async Task Another_contract_on_arrival_becomes_a_complaint_what_is_owed_is_asked_at_return_and_every_crossing_of_a_day_is_a_spell()
    {
        var cancel = TestContext.Current.CancellationToken;
        var journey = await new LaoGarmentWorker(whole.Offices, whole.Data, new DateTimeOffset(2025, 5, 5, 3, 0, 0, TimeSpan.Zero)).Run(cancel);
        var number = journey.WorkerNumber;
        var entries = (await new Gms.Registry.V1.Journeys.JourneysClient(whole.Offices.To("Registry", Account.Ministry("LA"), "complaint")).GetJourneyAsync(new() { WorkerNumber = number }, cancellationToken: cancel)).Entries;
        string Subject(string happened) => entries.First(e => e.Name == happened).SubjectId;

        // At the post on arrival the worker has a paper with half the wage.
        var contract = Subject("gms.recruitment.contract-registered:1");
        var compared = await new Contracts.ContractsClient(whole.Offices.To("Recruitment", Account.Border("TH"), "border-control")).CompareContractAsync(
            new() { RequestId = NewId(), ContractId = contract, Wage = new() { Minor = 650_000, Currency = "THB" }, WagePeriod = WagePeriod.Month }, cancellationToken: cancel);
        Assert.Equal(ContractMatch.Differs, compared.Match);
        var complaint = Assert.Single((await new Complaints.ComplaintsClient(whole.Offices.To("Recruitment", Account.Ministry("LA"), "complaint")).ListComplaintsAsync(new() { WorkerNumber = number }, cancellationToken: cancel)).Complaints);
        Assert.Equal((compared.ComplaintId, ComplaintCategory.ContractDiffers), (complaint.ComplaintId, complaint.Category));

        // Home again: two services are asked what is owed.
        var dues = await new Returns.ReturnsClient(whole.Offices.To("Registry", Account.Counsellor("LA"), "reintegration")).ListDuesAsync(new() { ReturnId = Subject("gms.registry.worker-returned:1") }, cancellationToken: cancel);
        Assert.DoesNotContain(dues.Dues, d => d.State == DueState.PartDidNotAnswer);
        Assert.Contains(dues.Dues, d => d.Topic == "LAST_WAGES" && d.ContractId == contract);
        Assert.Contains(dues.Dues, d => d.Topic == "INSURANCE" && d.MembershipId.Length > 0);

        var before = await Spells(number, cancel);
        foreach (var (minutes, arrives, country) in new[] { (0, false, "LA"), (6, true, "TH"), (240, false, "TH"), (246, true, "LA"), (300, false, "LA"), (306, true, "TH"), (500, false, "TH"), (506, true, "LA") })
            await Cross(number, arrives, country, DateTimeOffset.UtcNow.AddHours(-10).AddMinutes(minutes), cancel);

        var today = (await Spells(number, cancel)).Skip(before.Count).ToList();
        Assert.Equal(["TH", "LA", "TH", "LA"], today.Select(s => s.Country).TakeLast(4));
        Assert.All(today.TakeLast(4), s => Assert.Empty(s.Gaps));
    }

    async Task<List<Spell>> Spells(string number, CancellationToken cancel) =>
        [.. (await new Crossings.CrossingsClient(whole.Offices.To("Registry", Account.Ministry("LA"), "departure-clearance")).ListSpellsAsync(new() { WorkerNumber = number, PageSize = 200 }, cancellationToken: cancel)).Spells];

    async Task Cross(string number, bool arrives, string country, DateTimeOffset at, CancellationToken cancel)
    {
        var post = new Crossings.CrossingsClient(whole.Offices.To("Registry", Account.Border(country), "border-control"));
        if (arrives)
            await post.RecordArrivalAsync(new() { RequestId = NewId(), WorkerNumber = number, Country = country, Checkpoint = "TH-LA-01", CrossedAt = Timestamp.FromDateTimeOffset(at) }, cancellationToken: cancel);
        else
            await post.RecordExitAsync(new() { RequestId = NewId(), WorkerNumber = number, Country = country, Checkpoint = "TH-LA-01", CrossedAt = Timestamp.FromDateTimeOffset(at) }, cancellationToken: cancel);
    }

    static string NewId() => Guid.NewGuid().ToString();
}
