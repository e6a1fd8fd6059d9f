using System.Diagnostics;
using Gms.Platform;

namespace Gms.Registry.Departures;

/// <summary>
/// An application with what is particular to the call that brought it. Applications that come together are received and decided together; what is
/// audited, disclosed and traced of each stands under its own call, and each has its own clock.
/// </summary>
sealed record Application(Departure Departure, Call Call)
{
    public string? TraceParent { get; } = Activity.Current?.Id;

    public DateTimeOffset? TestClock { get; } = CallClock.TestTime;
}

/// <summary>That an application is on record: a new one with its worker, or the one that was received earlier under the same request_id.</summary>
/// <param name="Worker">The worker of a new one; null for an earlier one.</param>
sealed record Receipt(Departure Departure, WorkerOnRecord? Worker);
