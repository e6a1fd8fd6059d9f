using System.Collections.Concurrent;
using System.Diagnostics;
using Gms.Faults;
using Gms.Local;
using Gms.Local.Demo;
using Gms.Registry.V1;
using Gms.Type.V1;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Xunit;

namespace Gms.Failover;

/// <summary>
/// Offices that never stop working: journeys one after the other through all services, and enrolments one after the other, so that there is a change to answer at
/// every moment. Each repeats what an outage broke, with the same request_id.
/// </summary>
sealed class Load(FailoverSystem whole) : IDisposable
{
    const int JourneysAtOnce = 4;
    const int EnrolmentsAtOnce = 2;

    static readonly DateTimeOffset Start = new(2025, 3, 3, 3, 0, 0, TimeSpan.Zero);

    readonly CancellationTokenSource _enough = new();
    readonly ConcurrentBag<(LaoGarmentWorker Worker, JourneyResult Result)> _journeys = [];
    IReadOnlyList<Task> _working = [];

    public Acknowledgements Acknowledged { get; } = new();

    public int Journeys => _journeys.Count;

    /// <summary>Runs while something is broken and until it has recovered, and then ends what it began.</summary>
    public async Task During(Func<Task> breaking, CancellationToken cancel)
    {
        _working = [.. Enumerable.Range(0, JourneysAtOnce).Select(_ => Live(cancel)), .. Enumerable.Range(0, EnrolmentsAtOnce).Select(_ => Enrol(cancel))];
        try
        {
            await Until(() => _journeys.Count >= JourneysAtOnce, "Four journeys did not end, with nothing broken", cancel);
            await breaking();
        }
        finally
        {
            await _enough.CancelAsync();
        }
        await Task.WhenAll(_working);
    }

    /// <summary>Waits until so many more changes were answered of those asked for from now on.</summary>
    public async Task Goes(int changes, CancellationToken cancel)
    {
        var from = Stopwatch.GetTimestamp();
        await Until(() => Acknowledged.AskedSince(from) >= changes, "Changes were not answered", cancel);
    }

    /// <summary>Waits until so many more journeys have ended.</summary>
    public Task Ends(int journeys, CancellationToken cancel)
    {
        var until = _journeys.Count + journeys;
        return Until(() => _journeys.Count >= until, "Journeys did not end", cancel);
    }

    /// <summary>The journeys, with what reached a timeline only after the journey's own patience had ended; asked once no event is on its way any more.</summary>
    public async Task<IReadOnlyCollection<JourneyResult>> Settled(CancellationToken cancel)
    {
        var settled = new List<JourneyResult>();
        foreach (var (worker, result) in _journeys)
        {
            var now = await worker.Timeline(cancel);
            var late = now.Select(e => e.Event).ToList();
            foreach (var before in result.Timeline)
                late.Remove(before.Event);
            settled.Add(result with { Timeline = now, Missing = [.. result.Missing.Where(e => !late.Remove(e))] });
        }
        return settled;
    }

    public void Dispose() => _enough.Dispose();

    async Task Until(Func<bool> condition, string fault, CancellationToken cancel)
    {
        if (!await Wait.For(() => condition() || _working.Any(w => w.IsCompleted), TimeSpan.FromMinutes(5), cancel))
            throw new CannotGoOnException(fault + " within five minutes.");
        if (_working.FirstOrDefault(w => w.IsCompleted) is { } broken)
            await broken;    // none ends while there is not enough, other than by a refusal
    }

    async Task Live(CancellationToken cancel)
    {
        while (!_enough.IsCancellationRequested)
        {
            var worker = new LaoGarmentWorker(whole.Offices, whole.Data, Start) { Around = Noted };
            _journeys.Add((worker, await worker.Run(cancel)));
        }
    }

    /// <summary>At most ten in a second: a steady load, not as much as the machine can do.</summary>
    async Task Enrol(CancellationToken cancel)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!_enough.IsCancellationRequested && await pace.WaitForNextTickAsync(cancel))
            await EnrolOne(cancel);
    }

    async Task EnrolOne(CancellationToken cancel) =>
        await new Workers.WorkersClient(Noted(whole.Offices.To("Registry", Account.Ministry("LA"), "enrolment"))).EnrolWorkerAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(),
            Country = "LA",
            Names = { new PersonName { Full = $"Demonstration {Made()} {Made()}" } },
            BirthDate = new() { Year = Random.Shared.Next(1970, 2000), Month = Random.Shared.Next(1, 13) },
            Sex = Sex.Female,
            Nationality = "LA",
            Province = "LA-SV",
            Document = new() { Kind = "PASSPORT", Issuer = "LA", Number = "DEMO" + Guid.NewGuid().ToString("N")[..12], ValidUntil = new() { Year = 2034, Month = 6, Day = 30 } },
        }, cancellationToken: cancel);

    CallInvoker Noted(CallInvoker calls) => calls.Intercept(new Patient()).Intercept(Acknowledged);

    static string Made() => string.Concat(Enumerable.Range(0, 10).Select(_ => "bdfgklmnpstv"[Random.Shared.Next(12)]));
}
