using System.Diagnostics.Metrics;

namespace Gms.Platform;

/// <summary>
/// How many calls of one kind may be in work at once. One more is refused at the door, before anything is read or written, and told when to come back:
/// a queue without an end would only let every caller wait until all have given up. What was let in is never dropped.
/// </summary>
/// <param name="call">Full gRPC name without the leading slash.</param>
/// <param name="most">How many.</param>
public sealed class CallBound(string call, int most)
{
    static readonly TimeSpan Soonest = TimeSpan.FromSeconds(1), Latest = TimeSpan.FromSeconds(30);
    static readonly Meter Meter = new("Gms.Calls");
    static readonly Counter<long> Busy = Meter.CreateCounter<long>("gms.calls.busy", description: "Calls refused because too many were in work.");

    readonly Doorway _door = new();

    public string Call => call;

    /// <summary>Takes a place until disposed; refuses when there is none.</summary>
    public IDisposable Enter()
    {
        if (_door.Enter(most) is not { } seconds)
            return new Place(_door);

        // Up to half as long again: callers sent away together must not come back together.
        var wait = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Clamp(seconds, Soonest.TotalSeconds, Latest.TotalSeconds) * (1 + (Random.Shared.NextDouble() / 2)) * 1000));
        Busy.Add(1, new KeyValuePair<string, object?>("call", call));
        throw Refuse.TooMuch(PlatformProblems.Busy(wait), wait, audited: false);
    }

    /// <summary>How many are in work, and how many a second were done lately.</summary>
    sealed class Doorway
    {
        readonly Lock _gate = new();
        int _inWork;
        long _second = Environment.TickCount64 / 1000;
        int _leftInThis;
        double _perSecond;

        /// <summary>Null when there was a place; otherwise the seconds that those in work need at the pace of the last seconds.</summary>
        public double? Enter(int most)
        {
            lock (_gate)
            {
                if (_inWork < most)
                {
                    _inWork++;
                    return null;
                }
                MoveOn();
                return _perSecond > 0 ? _inWork / _perSecond : 0;
            }
        }

        public void Leave()
        {
            lock (_gate)
            {
                _inWork--;
                MoveOn();
                _leftInThis++;
            }
        }

        void MoveOn()
        {
            var now = Environment.TickCount64 / 1000;
            if (now == _second)
                return;
            _perSecond = _perSecond == 0 || now - _second > 5 ? _leftInThis : (_perSecond + _leftInThis) / 2;
            (_second, _leftInThis) = (now, 0);
        }
    }

    sealed class Place(Doorway door) : IDisposable
    {
        public void Dispose() => door.Leave();
    }
}
