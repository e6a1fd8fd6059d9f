namespace Gms.Local;

/// <summary>The demonstration: its data and the two journeys. Filled in once the services' calls exist.</summary>
static class Demo
{
    /// <summary>Called by <c>up</c> when every part is healthy; harmless when it was done before.</summary>
    public static Task AfterStart(LocalSystem system, Steps steps, CancellationToken cancel) => Task.CompletedTask;

    /// <summary><c>./registry demo [--json]</c>: answers the exit code.</summary>
    public static Task<int> Run(LocalSystem system, bool json, CancellationToken cancel) =>
        throw new CannotGoOnException("The demonstration journeys are not there yet.");
}
