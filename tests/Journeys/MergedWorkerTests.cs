using Gms.Local.Demo;
using Gms.Registry.V1;
using Gms.SocialSecurity.V1;
using Gms.Type.V1;
using Gms.WorkItems.V1;
using Xunit;

namespace Gms.Journeys;

/// <summary>A worker who came with a new passport and was enrolled again: merged, found to be two sisters, parted. Every event goes through the broker.</summary>
public sealed class MergedWorkerTests(WholeSystem whole)
{
    static readonly Date From = new() { Year = 2026, Month = 1, Day = 10 };

    readonly Memberships.MembershipsClient _memberships = new(whole.Offices.To("SocialSecurity", Account.SocialSecurity("TH"), "social-security"));
    readonly Merges.MergesClient _merges = new(whole.Offices.To("Registry", Account.Ministry("LA"), "enrolment"));

    [Fact]
    public async Task Memberships_are_found_under_either_number_once_the_event_came_and_each_under_its_own_when_they_part()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (one, other) = (await Enrolled(cancel), await Enrolled(cancel));
        await Insured(one, "1000000001", cancel);
        await Insured(other, "1000000002", cancel);

        var merged = await _merges.MergeWorkersAsync(new() { RequestId = Given.NewId(), Survivor = one, Absorbed = other, Reason = "a new passport", Evidence = "both passports seen" }, cancellationToken: cancel);

        Assert.Equal(MergeState.Effective, merged.State);
        await Given.Until(async () => await Count(one, cancel) == 2 && await Count(other, cancel) == 2, "the event of the merge", cancel);
        var workItems = new Gms.WorkItems.V1.WorkItems.WorkItemsClient(whole.Offices.To("SocialSecurity", Account.SocialSecurity("TH"), "social-security"));
        Assert.Contains((await workItems.ListWorkItemsAsync(new() { Country = "TH", Kind = "MEMBERSHIPS_OVERLAP", State = WorkItemState.Open }, cancellationToken: cancel)).WorkItems, i => i.WorkerNumbers.Contains(other));

        await _merges.UnmergeWorkersAsync(new() { RequestId = Given.NewId(), MergeId = merged.MergeId, Reason = "two sisters" }, cancellationToken: cancel);

        await Given.Until(async () => await Count(one, cancel) == 1 && await Count(other, cancel) == 1, "the event of the merge", cancel);
    }

    async Task<string> Enrolled(CancellationToken cancel) =>
        (await new Workers.WorkersClient(whole.Offices.To("Registry", Account.Ministry("LA"), "enrolment")).EnrolWorkerAsync(new()
        {
            RequestId = Given.NewId(),
            Country = "LA",
            Names = { new PersonName { Full = $"{Given.Word()} {Given.Word()}" } },
            BirthDate = new() { Year = 1999, Month = 7 },
            Sex = Sex.Female,
            Nationality = "LA",
            Province = "LA-SV",
            Document = new() { Kind = "PASSPORT", Issuer = "LA", Number = "DEMO" + Given.NewId()[..8], ValidUntil = new() { Year = 2032, Month = 6, Day = 30 } },
        }, cancellationToken: cancel)).WorkerNumber;

    async Task Insured(string worker, string employer, CancellationToken cancel) => await _memberships.StartMembershipAsync(
        new() { RequestId = Given.NewId(), WorkerNumber = worker, SchemeId = "TH-SSF-33", Employer = employer, FromDay = From, EmploymentType = "FORMAL", Channel = "MOU_S59" }, cancellationToken: cancel);

    async Task<int> Count(string worker, CancellationToken cancel) => (await _memberships.ListMembershipsAsync(new() { WorkerNumber = worker, Country = "TH" }, cancellationToken: cancel)).Memberships.Count;
}
