using Microsoft.Playwright;
using Xunit;

namespace Gms.Browser;

/// <summary>Somebody who has no mouse: goes on by Tab, presses, types, and sees where they are.</summary>
sealed class Keyboard(IPage page)
{
    /// <summary>More steps to one field, and nobody would work so.</summary>
    const int MostSteps = 90;

    /// <summary>A browser that opened something of its own takes no key, and never says so.</summary>
    static readonly TimeSpan AtMost = TimeSpan.FromSeconds(30);

    /// <summary>Goes to what the selector finds. On the way each place must show that it is the one where typing goes.</summary>
    public async Task To(string selector)
    {
        await Expected(selector);
        for (var step = 0; step < MostSteps; step++)
        {
            await Strike("Tab");
            var here = await page.EvaluateAsync<Place>(
                """
                selector => {
                  const element = document.activeElement, style = getComputedStyle(element);
                  const seen = element === document.body || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
                  const box = element.getBoundingClientRect();
                  return { there: element.matches(selector), seen: seen && (element === document.body || (box.width > 0 && box.right > 0)), name: element.outerHTML.slice(0, 100) };
                }
                """, selector);
            Assert.True(here.Seen, $"Nobody sees that the keyboard is at {here.Name}");
            if (here.There)
                return;
        }
        Assert.Fail($"The keyboard does not get to {selector} on {new Uri(page.Url).AbsolutePath}.");
    }

    public async Task Type(string selector, string text)
    {
        await To(selector);
        await page.Keyboard.TypeAsync(text).WaitAsync(AtMost);
    }

    /// <summary>Chooses in a list by the arrows: from the first entry down to the one that is wanted.</summary>
    public async Task Choose(string selector, string value)
    {
        await To(selector);
        await Strike("Home");
        for (var left = await page.Locator($"{selector} option").CountAsync(); left > 0 && await page.Locator(selector).InputValueAsync() != value; left--)
            await Strike("ArrowDown");
        await Assertions.Expect(page.Locator(selector)).ToHaveValueAsync(value);
    }

    /// <summary>Goes to a link or button and presses it; returns when the next page is there.</summary>
    public async Task Press(string selector, string key = "Enter")
    {
        await To(selector);
        await page.On(() => Strike(key));
    }

    /// <summary>The first step on a page leads over its head to what it is about.</summary>
    public async Task SkipsToTheContent()
    {
        await Strike("Tab");
        await Assertions.Expect(page.Locator("a.skip")).ToBeFocusedAsync();
        Assert.True((await page.Locator("a.skip").BoundingBoxAsync())!.X >= 0, "Nobody sees the link over the page's head.");
        await Strike("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("#main$"));
    }

    public Task Strike(string key) => page.Keyboard.PressAsync(key).WaitAsync(AtMost);

    Task Expected(string selector) => page.Locator(selector).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

    sealed class Place
    {
        public bool There { get; set; }
        public bool Seen { get; set; }
        public string Name { get; set; } = "";
    }
}
