using Gms.Disclosures.V1;
using Grpc.Core;

namespace Gms.Platform;

/// <summary>Disclosures.ListRecorded: what this service recorded about one person, for the Registry's list of all services.</summary>
sealed class DisclosuresService(RecordedDisclosures recorded, Call call) : Gms.Disclosures.V1.Disclosures.DisclosuresBase
{
    public override async Task<ListRecordedResponse> ListRecorded(ListRecordedRequest request, ServerCallContext context)
    {
        if (request.WorkerNumbers.Count == 0)
            throw Refuse.Invalid(PlatformProblems.FieldRequired("worker_numbers"));
        var workers = request.WorkerNumbers.Select((number, i) => Read.WorkerNumber(number, $"worker_numbers[{i}]")).ToList();
        var size = Read.PageSize(request.PageSize);
        var before = request.Before.Length == 0 ? (DisclosurePosition?)null : DisclosurePosition.Parse(request.Before) ?? throw Refuse.Invalid(PlatformProblems.DisclosurePositionMalformed());
        foreach (var worker in workers)
            call.MustReach(new Reach { Worker = worker }, "worker_numbers");

        return new() { Disclosures = { await recorded.Read(workers, before, size, context.CancellationToken) } };
    }
}
