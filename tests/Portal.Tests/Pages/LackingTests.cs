using Gms.Portal.Pages;
using Gms.Type.V1;
using Xunit;

namespace Gms.Portal.Tests.Pages;

public sealed class LackingTests
{
    [Fact]
    public void What_lacks_is_told_once_and_what_decides_first() =>
        Assert.Equal(["d", "b", "a", "c"], Lacking.Of(
        [
            Of("a", Outcome.Fail, false), Of("b", Outcome.Unknown, true), Of("b", Outcome.Unknown, false), Of("c", Outcome.Unknown, false), Of("d", Outcome.Fail, true), Of("e", Outcome.Pass, true),
        ]).Select(c => c.Message));

    [Fact]
    public void What_fails_by_the_same_reason_as_something_unknown_is_shown_as_failed() =>
        Assert.Equal(Outcome.Fail, Assert.Single(Lacking.Of([Of("no contract", Outcome.Unknown, true), Of("no contract", Outcome.Fail, true)])).Outcome);

    static Check Of(string message, Outcome outcome, bool decisive) => new() { Message = message, Outcome = outcome, Decisive = decisive };
}
