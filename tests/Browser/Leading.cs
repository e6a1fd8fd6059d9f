using Gms.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Gms.Browser;

/// <summary>What leads from one page to the next.</summary>
static class Leading
{
    static readonly TimeSpan AtMost = TimeSpan.FromSeconds(60);

    /// <summary>Waits until all of the page is there. The page itself is asked: on a busy machine the browser's word of it passes by whoever begins to wait at that moment.</summary>
    public static async Task IsThere(this IPage page) => Assert.True(await Eventually.Becomes(async () =>
    {
        try
        {
            return await page.EvaluateAsync<bool>("document.readyState === 'complete'");
        }
        catch (PlaywrightException)
        {
            return false;    // between two pages
        }
    }, there => there), $"{page.Url} is not there.");

    /// <summary>Does it, and returns how the next page was answered, when that is there.</summary>
    public static async Task<IResponse?> On(this IPage page, Func<Task> act)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        IResponse? last = null;
        void Answered(object? sender, IResponse answer) => last = answer.Request.IsNavigationRequest && answer.Frame == page.MainFrame ? answer : last;
        void Arrived(object? sender, IFrame frame)
        {
            if (frame == page.MainFrame)
                arrived.TrySetResult();
        }

        page.Response += Answered;
        page.FrameNavigated += Arrived;
        try
        {
            await act();
            await arrived.Task.WaitAsync(AtMost);
            await page.IsThere();
            return last;
        }
        finally
        {
            page.Response -= Answered;
            page.FrameNavigated -= Arrived;
        }
    }
}
