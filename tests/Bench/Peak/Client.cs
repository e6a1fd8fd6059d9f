using System.Diagnostics;
using Gms.Local;
using Gms.Local.Demo;
using Gms.Registry.V1;
using Gms.Type.V1;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;

namespace Gms.Bench.Peak;

/// <summary>
/// Offices that register departures over a few connections, half of them the ministry's, half the agency's. One that is refused with RetryInfo comes back
/// with the same request_id when it was told to; whatever else fails is repeated too, as a careful client does.
/// </summary>
sealed class Client : IDisposable
{
    const int Connections = 4;
    const int MostRepeats = 100;

    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);
    static readonly TimeSpan Renewal = TimeSpan.FromSeconds(30);

    readonly GrpcChannel[] _channels;
    readonly Departures.DeparturesClient[] _departures;
    readonly Offices _offices;
    readonly object _gate = new();
    Task<Headers> _headers;
    long _signedInAt;
    readonly Date _planned = Population.Day(DateTimeOffset.UtcNow.AddDays(5));
    int _next;

    public Client(LocalSystem system, Offices offices)
    {
        _offices = offices;
        _headers = SignIn();
        _channels = [.. Enumerable.Range(0, Connections).Select(_ => GrpcChannel.ForAddress(system["Registry"].Grpc!))];
        _departures = [.. _channels.Select(c => new Departures.DeparturesClient(c))];
    }

    /// <summary>As an office's program signs in again before its token ends: a peak lasts longer than a token.</summary>
    Task<Headers> Signed()
    {
        if (Stopwatch.GetElapsedTime(_signedInAt) > Renewal)
            lock (_gate)
                if (Stopwatch.GetElapsedTime(_signedInAt) > Renewal)
                    _headers = SignIn();
        return _headers;
    }

    async Task<Headers> SignIn()
    {
        _signedInAt = Stopwatch.GetTimestamp();
        async Task<Metadata> As(string account) => new() { { "authorization", "Bearer " + await _offices.Token(account) }, { "gms-purpose", "departure-clearance" } };
        return new(await As(Account.Ministry("LA")), await As(Account.Agency("LA")));
    }

    /// <param name="entry">The application, and where its answers are noted.</param>
    /// <param name="scheduled">The time from which its latency counts (Stopwatch ticks).</param>
    public async Task Send(ClientLog.Entry entry, long scheduled)
    {
        for (var turn = 0; turn < MostRepeats; turn++)
        {
            try
            {
                var headers = await Signed();
                var answer = await Next().RegisterDepartureAsync(RequestOf(entry.Sending), entry.Sending.ByAgency ? headers.Agency : headers.Ministry, DateTime.UtcNow + Deadline);
                entry.Answered(answer.Departure, Stopwatch.GetElapsedTime(scheduled).TotalMilliseconds);
                return;
            }
            catch (RpcException refused) when (RetryAfter(refused) is { } wait)
            {
                entry.WasRefused();
                await Task.Delay(wait);
            }
            catch (RpcException)
            {
                entry.HasFailed();
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }
    }

    Departures.DeparturesClient Next() => _departures[(uint)Interlocked.Increment(ref _next) % Connections];

    RegisterDepartureRequest RequestOf(Sending sending) => new()
    {
        RequestId = sending.RequestId,
        WorkerNumber = sending.Applicant.WorkerNumber,
        ContractId = sending.Applicant.ContractId,
        Channel = "MOU_S59",
        Checkpoint = "TH-LA-01",
        Origin = "LA",
        Destination = "TH",
        PlannedOn = _planned,
        EmploymentType = "FORMAL",
    };

    /// <summary>When to come back, as google.rpc.RetryInfo says; null when the answer was no such refusal.</summary>
    static TimeSpan? RetryAfter(RpcException refused)
    {
        if (refused.StatusCode != StatusCode.ResourceExhausted || refused.Trailers.Get("grpc-status-details-bin") is not { } details)
            return null;
        foreach (var detail in Google.Rpc.Status.Parser.ParseFrom(details.ValueBytes).Details)
            if (detail.TryUnpack<RetryInfo>(out var retry))
                return retry.RetryDelay.ToTimeSpan();
        return null;
    }

    public void Dispose()
    {
        foreach (var channel in _channels)
            channel.Dispose();
    }

    sealed record Headers(Metadata Ministry, Metadata Agency);
}
