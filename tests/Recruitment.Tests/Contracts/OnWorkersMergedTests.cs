using Gms.Events.Registry;
using Gms.Platform;
using Gms.Recruitment.Contracts;
using Gms.Registry.V1;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Contracts;

public sealed class OnWorkersMergedTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    readonly Gms.WorkItems.V1.WorkItems.WorkItemsClient _workItems = new(host.As(Who.Is(Role.MinistryOfficer, "LA"), "recruitment-verification"));

    [Fact]
    public async Task Contracts_are_listed_and_verified_under_either_number_until_the_merge_is_undone()
    {
        var (_, worker, contract) = await host.Contract();
        var survivor = WorkerNumber.New("LA");
        var merging = new Merging(survivor, worker);
        Assert.Empty(await Listed(survivor));

        await host.Deliver<WorkersMerged, OnWorkersMerged>(merging.Merged);

        foreach (var number in new[] { survivor, worker })
        {
            Assert.Equal([contract], await Listed(number));
            Assert.Equal(contract, (await host.Compliance().VerifyRecruitmentAsync(new() { WorkerNumber = number })).Contract.ContractId);
            Assert.Equal(contract, (await host.Compliance().VerifyRecruitmentAsync(new() { WorkerNumber = number, ContractId = contract })).Contract.ContractId);
            Assert.Equal(contract, (await host.Contracts(Who.TheWorker(number), "own-record").GetContractAsync(new() { ContractId = contract })).Contract.ContractId);
        }

        await host.Deliver<WorkersUnmerged, OnWorkersUnmerged>(merging.Unmerged);

        Assert.Empty(await Listed(survivor));
        Assert.Equal([contract], await Listed(worker));
        await Refused.With(StatusCode.NotFound, () => host.Contracts(Who.TheWorker(survivor), "own-record").GetContractAsync(new() { ContractId = contract }));
    }

    [Fact]
    public async Task What_is_somebody_s_first_job_is_told_anew_by_a_merge_and_its_end()
    {
        var (agency, _, employer, order) = await host.AttestedOrder();
        var (one, other) = (WorkerNumber.New("LA"), WorkerNumber.New("LA"));
        await Register(agency, Ask.Contract(one, agency, employer, order));
        await Register(agency, Ask.Contract(other, agency, employer, order));
        Task<int> FirstJobs() => host.Db(db => db.Database.SqlQuery<int>(
            $"SELECT count(*)::int AS \"Value\" FROM weighed_recruitments w JOIN contracts c ON c.id = w.contract_id WHERE c.worker_number IN ({one}, {other}) AND w.measure <> 'None'").SingleAsync());
        Assert.Equal(2, await FirstJobs());
        var merging = new Merging(one, other);

        await host.Deliver<WorkersMerged, OnWorkersMerged>(merging.Merged);
        Assert.Equal(1, await FirstJobs());

        await host.Deliver<WorkersUnmerged, OnWorkersUnmerged>(merging.Unmerged);
        Assert.Equal(2, await FirstJobs());
    }

    [Fact]
    public async Task Of_an_erased_worker_only_the_year_of_birth_stays_also_in_what_was_on_record_earlier()
    {
        var (_, worker, contract) = await host.Contract();
        Task<List<string>> Born() => host.Db(db => db.Database.SqlQuery<string>(
            $"""
            SELECT worker_born AS "Value" FROM contracts WHERE worker_number = {worker}
            UNION ALL SELECT fact ->> 'worker_born' FROM fact_history WHERE relation = 'contracts' AND fact ->> 'worker_number' = {worker}
            """).ToListAsync());
        Assert.All(await Born(), born => Assert.Equal("1999-07", born));

        await host.Deliver<WorkerErased, OnWorkerErased>(new()
        {
            EventId = Guid.CreateVersion7(), OccurredAt = RecruitmentHost.Now, SubjectId = worker, SubjectVersion = 9, WorkerNumber = worker, Country = "LA", Ground = "WorkerAsked",
        });

        var left = await Born();
        Assert.True(left.Count >= 2);
        Assert.All(left, born => Assert.Equal("1999", born));
        Assert.Equal(contract, (await host.Compliance().VerifyRecruitmentAsync(new() { WorkerNumber = worker })).Contract.ContractId);
    }

    [Fact]
    public async Task Contracts_for_the_same_days_go_to_an_officer()
    {
        var (agency, _, employer, order) = await host.AttestedOrder();
        var (one, other) = (WorkerNumber.New("LA"), WorkerNumber.New("LA"));
        await Register(agency, Ask.Contract(one, agency, employer, order));
        await Register(agency, Ask.Contract(other, agency, employer, order));

        await host.Deliver<WorkersMerged, OnWorkersMerged>(new Merging(one, other).Merged);

        var item = Assert.Single(await Found("CONTRACTS_OVERLAP", one));
        Assert.Equal([other, one], item.WorkerNumbers);
        Assert.Contains(item.Facts, f => f is { Name: "overlaps_from", Value: "2026-12-10" });
    }

    [Fact]
    public async Task A_contract_after_the_merge_keeps_the_number_that_was_signed_and_none_of_the_same_days_is_registered_under_the_other()
    {
        var (agency, _, employer, order) = await host.AttestedOrder();
        var (one, other) = (WorkerNumber.New("LA"), WorkerNumber.New("LA"));
        await host.Deliver<WorkersMerged, OnWorkersMerged>(new Merging(one, other).Merged);
        host.Peers.Answer(RecruitmentHost.ConfirmWorker, (ConfirmWorkerRequest _) => new ConfirmWorkerResponse { Exists = true, WorkerNumber = one, Country = "LA", BirthDate = new() { Year = 1999 } });

        var registered = await Register(agency, Ask.Contract(other, agency, employer, order));

        Assert.Equal(other, await host.Db(db => db.Contracts.Where(c => c.Id == Guid.Parse(registered.ContractId)).Select(c => c.WorkerNumber).SingleAsync()));
        Assert.Equal(["CONTRACT_OVERLAPS"], await Refused.Codes(StatusCode.FailedPrecondition, () => host.Contracts(Who.AgencyOfficer(agency, "LA")).RegisterContractAsync(Ask.Contract(one, agency, employer, order))));
        host.WorkersAnswer();
    }

    [Fact]
    public async Task What_was_recorded_while_merged_goes_to_an_officer_when_they_part()
    {
        var (agency, _, employer, order) = await host.AttestedOrder();
        var (one, other) = (WorkerNumber.New("LA"), WorkerNumber.New("LA"));
        var merging = new Merging(one, other);
        await host.Deliver<WorkersMerged, OnWorkersMerged>(merging.Merged);
        var registered = await Register(agency, Ask.Contract(other, agency, employer, order), TimeProvider.System.GetUtcNow());

        await host.Deliver<WorkersUnmerged, OnWorkersUnmerged>(merging.Unmerged);

        Assert.Equal(("contracts", registered.ContractId), Assert.Single(Assert.Single(await Found("MADE_WHILE_MERGED", one)).Facts) is var f ? (f.Name, f.Value) : default);
    }

    async Task<Proto.RegisterContractResponse> Register(Guid agency, Proto.RegisterContractRequest request, DateTimeOffset? at = null) =>
        await host.Contracts(Who.AgencyOfficer(agency, "LA"), at: at).RegisterContractAsync(request);

    async Task<IEnumerable<string>> Listed(string number) =>
        (await host.Contracts(Who.Is(Role.Inspector, "LA"), "recruitment-verification").ListContractsAsync(new() { WorkerNumber = number })).Contracts.Select(c => c.ContractId);

    async Task<IReadOnlyList<Gms.WorkItems.V1.WorkItem>> Found(string kind, string worker) =>
        [.. (await _workItems.ListWorkItemsAsync(new() { Country = "LA", Kind = kind, PageSize = 200 })).WorkItems.Where(i => i.WorkerNumbers.Contains(worker))];
}
