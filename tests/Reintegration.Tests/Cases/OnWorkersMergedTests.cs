using Gms.Events.Registry;
using Gms.Platform;
using Gms.Registry.V1;
using Gms.Reintegration.Cases;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Tests.Cases;

public sealed class OnWorkersMergedTests(ReintegrationHost host) : IClassFixture<ReintegrationHost>
{
    readonly Proto.Cases.CasesClient _counsellor = new(host.As(A.Counsellor, "reintegration"));
    readonly Gms.WorkItems.V1.WorkItems.WorkItemsClient _workItems = new(host.As(A.Counsellor, "reintegration"));

    [Fact]
    public async Task A_case_is_found_under_either_number_until_the_merge_is_undone()
    {
        var (held, worker) = await host.Returned();
        var survivor = WorkerNumber.New("LA");
        var merging = new Merging(survivor, worker);

        await host.Deliver<WorkersMerged, OnWorkersMerged>(merging.Merged);

        Assert.Equal([held], await Listed(survivor));
        Assert.Equal([held], await Listed(worker));
        Assert.Equal(worker, (await new Proto.Cases.CasesClient(host.As(Who.TheWorker(survivor), "own-record")).GetCaseAsync(new() { CaseId = held })).Case.WorkerNumber);
        Assert.Equal(["CASE_ALREADY_OPEN"], await Refused.Codes(StatusCode.FailedPrecondition, () => _counsellor.OpenCaseAsync(Given.WalkIn(survivor))));

        await host.Deliver<WorkersUnmerged, OnWorkersUnmerged>(merging.Unmerged);

        Assert.Empty(await Listed(survivor));
        Assert.Equal([held], await Listed(worker));
    }

    [Fact]
    public async Task Two_open_cases_go_to_an_officer_and_no_counsellor_is_refused()
    {
        var (one, other) = (await host.Returned(), await host.Returned());

        await host.Deliver<WorkersMerged, OnWorkersMerged>(new Merging(one.Worker, other.Worker).Merged);

        Assert.Equal([other.Worker, one.Worker], Assert.Single(await Found("CASES_OPEN_AT_ONCE", one.Worker)).WorkerNumbers);
        await _counsellor.CloseCaseAsync(new() { RequestId = Given.New(), CaseId = other.Case, Outcome = Proto.CaseOutcome.OpenedInError });
    }

    [Fact]
    public async Task A_return_under_one_number_joins_the_case_of_the_walk_in_under_the_other()
    {
        var (one, other) = (WorkerNumber.New("LA"), WorkerNumber.New("LA"));
        var walkIn = (await _counsellor.OpenCaseAsync(Given.WalkIn(one))).CaseId;
        await host.Deliver<WorkersMerged, OnWorkersMerged>(new Merging(one, other).Merged);

        await host.Deliver<WorkerReturned, OnWorkerReturned>(A.Return(other));

        Assert.Equal([walkIn], await Listed(other));
    }

    [Fact]
    public async Task A_case_that_is_opened_while_merged_keeps_its_number_and_goes_to_an_officer_when_they_part()
    {
        var (one, other) = (WorkerNumber.New("LA"), WorkerNumber.New("LA"));
        var merging = new Merging(one, other);
        await host.Deliver<WorkersMerged, OnWorkersMerged>(merging.Merged);
        host.Peers.Answer(ReintegrationHost.Confirm, (ConfirmWorkerRequest _) => new ConfirmWorkerResponse { Exists = true, WorkerNumber = one, Country = "LA" });
        var opened = (await _counsellor.OpenCaseAsync(Given.WalkIn(other))).CaseId;
        host.RegistryIsUp();

        await host.Deliver<WorkersUnmerged, OnWorkersUnmerged>(merging.Unmerged);

        Assert.Empty(await Listed(one));
        Assert.Equal([opened], await Listed(other));
        Assert.Equal(("cases", opened), Assert.Single(Assert.Single(await Found("MADE_WHILE_MERGED", one)).Facts) is var f ? (f.Name, f.Value) : default);
    }

    [Fact]
    public async Task What_was_added_to_an_earlier_case_while_merged_goes_to_an_officer_when_they_part()
    {
        var (held, worker) = await host.Assigned();
        var claims = new Proto.Claims.ClaimsClient(host.As(A.Counsellor, "reintegration"));
        Proto.OpenClaimRequest Claim() => new() { RequestId = Given.New(), CaseId = held, Kind = Proto.ClaimKind.Wages, Against = "TH", Text = "Two months unpaid.", NextStep = "Ask the employer." };
        await claims.OpenClaimAsync(Claim());
        var merging = new Merging(WorkerNumber.New("LA"), worker);
        await host.Deliver<WorkersMerged, OnWorkersMerged>(merging.Merged);
        var claim = (await claims.OpenClaimAsync(Claim())).ClaimId;
        var skill = (await new Proto.Skills.SkillsClient(host.As(A.Counsellor, "reintegration")).RecordSkillAsync(new() { RequestId = Given.New(), CaseId = held, Occupation = "8153", Months = 9, LearnedIn = "TH" })).SkillId;

        await host.Deliver<WorkersUnmerged, OnWorkersUnmerged>(merging.Unmerged);

        Assert.Equal([("claims", claim), ("skills", skill)], Assert.Single(await Found("MADE_WHILE_MERGED", worker)).Facts.Select(f => (f.Name, f.Value)).Order());
    }

    async Task<string[]> Listed(string worker) => [.. (await _counsellor.ListCasesAsync(new() { Country = "LA", WorkerNumber = worker })).Cases.Select(c => c.CaseId)];

    async Task<IReadOnlyList<Gms.WorkItems.V1.WorkItem>> Found(string kind, string worker) =>
        [.. (await _workItems.ListWorkItemsAsync(new() { Country = "LA", Kind = kind, PageSize = 200 })).WorkItems.Where(i => i.WorkerNumbers.Contains(worker))];
}
