using Gms.Type.V1;

namespace Gms.Portal.Pages;

/// <summary>What checks found lacking, each thing told once: what decides first, what is known to fail before what is not known. Pure.</summary>
static class Lacking
{
    public static IReadOnlyList<Check> Of(IEnumerable<Check> checks) =>
    [
        .. checks.Where(c => c.Outcome is Outcome.Fail or Outcome.Unknown)
            .OrderByDescending(c => c.Decisive).ThenBy(c => c.Outcome == Outcome.Unknown)
            .DistinctBy(c => c.Message),
    ];
}
