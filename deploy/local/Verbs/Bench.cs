namespace Gms.Local.Verbs;

/// <summary><c>bench [--json]</c>: the measurements of tests/Bench.</summary>
static class Bench
{
    public static Task<int> Run(LocalSystem system, bool json, CancellationToken cancel) =>
        throw new CannotGoOnException("The measurements are not there yet.");
}
