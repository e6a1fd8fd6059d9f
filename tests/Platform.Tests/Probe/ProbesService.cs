using Gms.Events.Registry;
using Grpc.Core;
using Proto = Gms.Probe.V1;

namespace Gms.Platform.Tests.Probe;

/// <summary>Calls that do one thing each, right or wrong.</summary>
public sealed partial class ProbesService(ProbeDb db, Call call, ProbeScript script, TimeProvider clock, ImportRunner imports) : Proto.Probes.ProbesBase
{
    public override async Task<Proto.AddProbeResponse> AddProbe(Proto.AddProbeRequest request, ServerCallContext context)
    {
        call.MustReach(Reach.Country(Read.Country(request.Country, "country")), "country");
        await script.Before(request.Name);
        call.Disclose(request.WorkerNumber, "probe");
        return await Add(request, context);
    }

    public override Task<Proto.ReadProbeResponse> ReadProbe(Proto.ReadProbeRequest request, ServerCallContext context)
    {
        call.MustReach(Reach.Country(request.Country), "country");
        foreach (var number in request.WorkerNumbers)
            call.Disclose(number, "probe", "name");
        return Task.FromResult(new Proto.ReadProbeResponse { Count = request.WorkerNumbers.Count });
    }

    public override Task<Proto.ReadProbeResponse> ReadUndeclared(Proto.ReadProbeRequest request, ServerCallContext context)
    {
        call.MustReach(Reach.Country(request.Country), "country");
        call.Disclose(request.WorkerNumbers[0], "probe", "secret");
        return Task.FromResult(new Proto.ReadProbeResponse { Count = 1 });
    }

    public override Task<Proto.ReadProbeResponse> ReadWithoutScope(Proto.ReadProbeRequest request, ServerCallContext context) =>
        Task.FromResult(new Proto.ReadProbeResponse { Count = 1 });

    public override Task<Proto.AddProbeResponse> AddWithoutScope(Proto.AddProbeRequest request, ServerCallContext context) => Add(request, context);

    public override async Task<Proto.AddProbeResponse> AddAndTell(Proto.AddProbeRequest request, ServerCallContext context)
    {
        call.MustReach(Reach.Country(request.Country), "country");
        var answer = await Add(request, context);
        call.Disclose(request.WorkerNumber, "afterwards");
        return answer;
    }

    public override async Task<Proto.ReadProbeResponse> CollectProbes(IAsyncStreamReader<Proto.ReadProbeRequest> requestStream, ServerCallContext context)
    {
        var count = 0;
        while (await requestStream.MoveNext(context.CancellationToken))
            count++;
        return new() { Count = count };
    }

    public override async Task WatchProbes(Proto.ReadProbeRequest request, IServerStreamWriter<Proto.ReadProbeResponse> responseStream, ServerCallContext context)
    {
        call.MustReach(Reach.Country(request.Country), "country");
        foreach (var number in request.WorkerNumbers)
        {
            call.Disclose(number, "probe");
            await responseStream.WriteAsync(new() { Count = 1 }, context.CancellationToken);
        }
    }

    async Task<Proto.AddProbeResponse> Add(Proto.AddProbeRequest request, ServerCallContext context)
    {
        var probe = new ProbeRow { Name = request.Name, Country = request.Country, WorkerNumber = request.WorkerNumber };
        db.Probes.Add(probe);
        db.Publish(A.Happened(request.WorkerNumber, clock.GetUtcNow()));
        return await db.Commit(new Proto.AddProbeResponse { ProbeId = probe.Id.ToString() }, context.CancellationToken);
    }
}

/// <summary>What a test has the service do.</summary>
public sealed class ProbeScript
{
    /// <summary>Runs in AddProbe before anything is changed; given the probe's name.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Runs in a consumer before it notes what it was told; given the subject.</summary>
    public Action<string> OnTold { get; set; } = _ => { };

    /// <summary>The same in the consumer that is told many at once; given each subject.</summary>
    public Action<string> OnToldMany { get; set; } = _ => { };
}

/// <summary>Valid things; a test names only what it is about.</summary>
static class A
{
    public static readonly Testing.Who Officer = Testing.Who.Is(Role.MinistryOfficer, "LA");

    public static Proto.AddProbeRequest Probe(string? name = null, string worker = "LA-7KQ2-M9XD-R") =>
        new() { RequestId = Guid.NewGuid().ToString(), Country = "LA", Name = name ?? Guid.NewGuid().ToString("N"), WorkerNumber = worker };

    public static WorkerEnrolled Happened(string subject, DateTimeOffset? at = null) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = at ?? DateTimeOffset.UnixEpoch,
        SubjectId = subject,
        SubjectVersion = 1,
        WorkerNumber = subject,
        Country = "LA",
    };
}
