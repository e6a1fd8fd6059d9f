using Gms.Platform;
using Recorded = Gms.Disclosures.V1.Disclosure;

namespace Gms.Registry.Disclosures;

/// <summary>Who may ask for the list, and how the services' answers become one. Pure.</summary>
static class DisclosureRules
{
    /// <summary>An officer asks because the worker asked the office; the worker asks for the own record.</summary>
    public static IEnumerable<Problem> ToList(bool byTheWorker, string? reference)
    {
        if (!byTheWorker && reference is null)
            yield return Problems.DisclosuresRequestReferenceMissing();
    }

    /// <summary>
    /// The newest of all, in one order. Each service answered its newest <paramref name="most"/>, so none that belongs on the page is missing.
    /// </summary>
    public static IReadOnlyList<(string Service, Recorded Disclosure)> Merge(IEnumerable<DisclosureSources.Answer> answers, int most) =>
    [
        .. answers.SelectMany(a => (a.Disclosures ?? []).Select(d => (a.Service, Disclosure: d)))
            .OrderByDescending(d => DisclosurePosition.Parse(d.Disclosure.Position)).Take(most),
    ];
}
