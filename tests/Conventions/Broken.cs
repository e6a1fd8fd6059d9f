using Xunit;

namespace Gms.Conventions;

/// <summary>Tells everything that breaks a convention at once.</summary>
static class Broken
{
    public static void None(IEnumerable<string> faults, string advice)
    {
        var all = faults.Distinct().Order(StringComparer.Ordinal).ToList();
        if (all.Count > 0)
            Assert.Fail($"{advice}\n  {string.Join("\n  ", all)}");
    }
}
