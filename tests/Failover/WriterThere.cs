using System.Collections.Concurrent;
using System.Diagnostics;
using Gms.Local;

namespace Gms.Failover;

/// <summary>Somebody on the primary's own machine who writes to it again and again, also when nobody else reaches it any more.</summary>
sealed class WriterThere : IDisposable
{
    readonly CancellationTokenSource _enough = new();
    readonly ConcurrentQueue<(long Asked, bool Written, bool Refused)> _tries = new();
    readonly Task _writing;

    public WriterThere(Machine machine, string password) => _writing = Task.Run(async () =>
    {
        while (!_enough.IsCancellationRequested)
        {
            var asked = Stopwatch.GetTimestamp();
            // Who waits for the standby is let go after a while by ending the client; the server is not asked to give up waiting, which would make it answer.
            var told = await Shell.Run(
                [
                    .. machine.Prefix, "timeout", "--signal", "KILL", "3", Path.Combine(Debian.PostgresPrograms!, "psql"), "--no-psqlrc", "--quiet", "--tuples-only", "--no-align",
                    "--command", "INSERT INTO written_there DEFAULT VALUES RETURNING n", $"host={machine.Address} user=postgres dbname=postgres connect_timeout=3",
                ],
                CancellationToken.None, environment: new Dictionary<string, string?> { ["PGPASSWORD"] = password });
            _tries.Enqueue((asked, told.Ok, told.Code is 1 or 2));
        }
    });

    public int Written => _tries.Count(t => t.Written);

    public int WrittenSince(long moment) => _tries.Count(t => t.Written && t.Asked > moment);

    public async Task HasWritten(int atLeast, CancellationToken cancel)
    {
        if (!await Wait.For(() => Written >= atLeast, TimeSpan.FromMinutes(1), cancel))
            throw new CannotGoOnException("Nothing could be written on the primary's own machine while all was well.");
    }

    /// <summary>Waits for a write that was not only kept waiting but refused, and stops writing.</summary>
    public async Task IsRefused(CancellationToken cancel)
    {
        if (!await Wait.For(() => _tries.Any(t => t.Refused), TimeSpan.FromMinutes(1), cancel))
            throw new CannotGoOnException("The machine that was cut off did not give up its role in a minute.");
        await _enough.CancelAsync();
        await _writing;
    }

    public TimeSpan RefusedAfter(long moment) => Stopwatch.GetElapsedTime(moment, _tries.First(t => t.Refused).Asked);

    public void Dispose()
    {
        _enough.Cancel();
        _writing.Wait(TimeSpan.FromSeconds(10));
        _enough.Dispose();
    }
}
