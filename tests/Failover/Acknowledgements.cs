using System.Collections.Concurrent;
using System.Diagnostics;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Npgsql;

namespace Gms.Failover;

/// <summary>A change that a service answered: its database, by which request, when the caller first asked and when the answer came.</summary>
sealed record Acknowledged(string Database, Guid RequestId, long Asked, long Answered);

/// <summary>Notes every change that was answered, around a caller that repeats what an outage broke.</summary>
sealed class Acknowledgements : Interceptor
{
    const string Receipts = " UNION ALL SELECT request_id FROM departures WHERE request_id = ANY ($1)";

    readonly ConcurrentBag<Acknowledged> _all = [];

    public IReadOnlyList<Acknowledged> All => [.. _all.OrderBy(a => a.Answered)];

    public int Count => _all.Count;

    public int AskedSince(long moment) => _all.Count(a => a.Asked > moment);

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var asked = Stopwatch.GetTimestamp();
        var call = continuation(request, context);
        return new(Noted(), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);

        async Task<TResponse> Noted()
        {
            var answer = await call.ResponseAsync;
            if (request is IMessage message && message.Descriptor.FindFieldByName("request_id")?.Accessor.GetValue(message) is string text && Guid.TryParse(text, out var id))
                _all.Add(new(context.Method.ServiceName.Split('.')[1], id, asked, Stopwatch.GetTimestamp()));
            return answer;
        }
    }

    /// <summary>Those of which the database knows nothing: each service writes the answer of a change in the change's own transaction, and an application is its own receipt.</summary>
    public async Task<IReadOnlyList<string>> Lost(Func<string, string> connectionTo, CancellationToken cancel)
    {
        var lost = new List<string>();
        foreach (var service in _all.GroupBy(a => a.Database))
        {
            await using var connection = new NpgsqlConnection(connectionTo(service.Key));
            await connection.OpenAsync(cancel);
            await using var command = new NpgsqlCommand("SELECT request_id FROM requests WHERE request_id = ANY ($1)" + (service.Key == "registry" ? Receipts : ""), connection) { Parameters = { new() { Value = service.Select(a => a.RequestId).ToArray() } } };
            await using var row = await command.ExecuteReaderAsync(cancel);
            var there = new HashSet<Guid>();
            while (await row.ReadAsync(cancel))
                there.Add(row.GetGuid(0));
            lost.AddRange(service.Where(a => !there.Contains(a.RequestId)).Select(a => $"{a.Database} {a.RequestId}"));
        }
        return lost;
    }

    /// <summary>The longest time after a moment in which no change was answered to anybody.</summary>
    public TimeSpan Silence(long since)
    {
        var answers = All.Select(a => a.Answered).Where(at => at > since).Prepend(since).ToList();
        return answers.Zip(answers.Skip(1), Stopwatch.GetElapsedTime).DefaultIfEmpty(TimeSpan.MaxValue).Max();
    }

    /// <summary>The longest that one caller waited for one answer.</summary>
    public TimeSpan LongestWait => _all.Max(a => Stopwatch.GetElapsedTime(a.Asked, a.Answered));
}
