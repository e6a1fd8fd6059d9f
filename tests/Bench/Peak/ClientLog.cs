using System.Collections.Concurrent;
using Gms.Registry.V1;

namespace Gms.Bench.Peak;

/// <summary>What the client itself knows of its applications, by request_id: what it was answered, how often, how late.</summary>
sealed class ClientLog
{
    readonly ConcurrentDictionary<string, Entry> _entries = new();

    public IEnumerable<Entry> Entries => _entries.Values;

    public Entry Begin(Sending sending) => _entries.GetOrAdd(sending.RequestId, _ => new(sending));

    /// <summary>One application as its client sees it; repeats of it come to the same entry.</summary>
    public sealed class Entry(Sending sending)
    {
        int _refused, _failed, _answers;

        public Sending Sending => sending;

        public ConcurrentBag<string> Receipts { get; } = [];

        /// <summary>The status of the last answer.</summary>
        public DepartureStatus Status { get; private set; }

        /// <summary>From the scheduled time to the first answer, milliseconds; null without one.</summary>
        public double? Milliseconds { get; private set; }

        public int Answers => _answers;

        /// <summary>Refused with RetryInfo.</summary>
        public int Refused => _refused;

        /// <summary>Failed otherwise.</summary>
        public int Failed => _failed;

        public void Answered(Departure departure, double milliseconds)
        {
            Receipts.Add(departure.DepartureId);
            if (Interlocked.Increment(ref _answers) == 1)
                Milliseconds = milliseconds;
            Status = departure.Status;
        }

        public void WasRefused() => Interlocked.Increment(ref _refused);

        public void HasFailed() => Interlocked.Increment(ref _failed);
    }
}

/// <summary>An application that is to be sent, under its request_id.</summary>
sealed record Sending(Applicant Applicant, string RequestId, bool ByAgency);
