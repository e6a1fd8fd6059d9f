using Gms.Portal.Languages;

namespace Gms.Browser;

/// <summary>
/// The languages in which a page is looked at: English and one of the six others in turn, so that each run sees every page twice and each language somewhere.
/// `./registry test sweep` looks at every page in all seven.
/// </summary>
static class InTurn
{
    static readonly bool All = Environment.GetEnvironmentVariable("REGISTRY_TEST_LANGUAGES") == "all";

    /// <param name="page">The page's place in the list of those that are looked at.</param>
    /// <param name="language">One of the seven.</param>
    public static bool Has(int page, Language language) => All || language == Language.English || language == Language.All[1 + (page % (Language.All.Count - 1))];
}
