namespace Gms.Browser;

/// <summary>
/// What is put before the Lao agency, ministry and inspectors is answered by whoever opens their pages: tests that do so are of this one collection, one after the
/// other, so that none answers what another asked.
/// </summary>
static class LaoDesks
{
    /// <summary>The collection's name.</summary>
    public const string Answer = "The Lao agency, ministry and inspectors answer";
}
