using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Gms.Browser;

/// <summary>
/// What axe finds against WCAG 2.2 AA on the page shown. It is run in the page itself: the Portal's pages have no frames, for the sake of which the library opens
/// a blank page each time and loads axe there too.
/// </summary>
static class Axe
{
    static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <param name="page">The page shown.</param>
    /// <param name="colours">Whether contrast is looked at: it takes longest, and colours are the same in every language.</param>
    /// <returns>Each rule with what breaks it; nothing, where all is well.</returns>
    public static async Task<IReadOnlyList<string>> Barriers(IPage page, bool colours)
    {
        if (await page.EvaluateAsync<bool>("document.querySelector('iframe, frame') !== null"))
            throw new InvalidOperationException($"{page.Url} has a frame, into which nobody looks here.");
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(
            """
            async colours => (await axe.run(document, {
              runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
              resultTypes: ['violations'], rules: { 'color-contrast': { enabled: colours } },
            })).violations.map(found => `${found.id}: ${found.nodes.map(node => node.html).join(' ')}`)
            """, colours);
    }
}
