using Gms.Platform;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Merges;

/// <summary>Merging as two countries' officers do it.</summary>
static class MergesHost
{
    public static Proto.Merges.MergesClient Merges(this DeparturesHost host, string country = "LA") => new(host.Host.As(Who.Is(Role.MinistryOfficer, country), "enrolment"));

    public static Proto.Workers.WorkersClient Workers(this DeparturesHost host, string country = "LA") => new(host.Host.As(Who.Is(Role.MinistryOfficer, country), "enrolment"));

    public static Gms.WorkItems.V1.WorkItems.WorkItemsClient WorkItems(this DeparturesHost host, string country = "LA") => new(host.Host.As(Who.Is(Role.MinistryOfficer, country), "enrolment"));

    public static async Task<IReadOnlyList<Gms.WorkItems.V1.WorkItem>> Found(this DeparturesHost host, string kind, string number, string country = "LA") =>
        [.. (await host.WorkItems(country).ListWorkItemsAsync(new() { Country = country, Kind = kind, PageSize = 200 })).WorkItems.Where(i => i.WorkerNumbers.Contains(number))];

    public static Proto.MergeWorkersRequest Merge(string survivor, string absorbed) => new()
    {
        RequestId = Guid.NewGuid().ToString(),
        Survivor = survivor,
        Absorbed = absorbed,
        Reason = "enrolled again with a new passport",
        Evidence = "both passports seen",
    };

    public static Proto.UnmergeWorkersRequest Unmerge(string merge) => new() { RequestId = Guid.NewGuid().ToString(), MergeId = merge, Reason = "two sisters" };

    public static Proto.AcceptMergeRequest Accept(string merge) => new() { RequestId = Guid.NewGuid().ToString(), MergeId = merge, Reason = "the same photograph" };

    public static Proto.DeclineMergeRequest Decline(string merge) => new() { RequestId = Guid.NewGuid().ToString(), MergeId = merge, Reason = "another village" };
}
