using System.Security.Claims;
using Gms.Portal.Forms;
using Gms.Portal.Sessions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Gms.Portal.Tests.Sessions;

public sealed class SealedTests
{
    static readonly EphemeralDataProtectionProvider Keys = new();

    [Fact]
    public void What_one_page_tells_the_next_is_not_to_be_read_in_the_address()
    {
        var told = For("officer").Of("LA-7KQ2-M9XD-R");

        Assert.DoesNotContain("LA-7KQ2", told, StringComparison.Ordinal);
        Assert.Equal("LA-7KQ2-M9XD-R", For("officer").Read<string>(told));
    }

    [Fact]
    public void Another_account_cannot_open_it() => Assert.Null(For("colleague").Read<string>(For("officer").Of("LA-7KQ2-M9XD-R")));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("LA-7KQ2-M9XD-R")]
    [InlineData("%%%")]
    public void What_was_written_by_hand_tells_nothing(string? written) => Assert.Null(For("officer").Read<string>(written));

    [Fact]
    public void The_longest_answer_in_the_longest_script_fits_an_address() =>
        Assert.InRange(For("officer").Of(string.Concat(Enumerable.Range(0, 2000).Select(i => (char)('\u1780' + (i * i * 7 % 51))))).Length, 1, 12_000);

    [Fact]
    public void A_form_is_its_account_s_own_and_nobody_else_s()
    {
        var form = new FormCollection(new() { [FormPost.By] = For("officer").Of("") });

        Assert.True(FormPost.IsOwn(form, For("officer")));
        Assert.False(FormPost.IsOwn(form, For("colleague")));
        Assert.False(FormPost.IsOwn(new FormCollection([]), For("officer")));
        Assert.DoesNotContain(FormPost.By, Kept.Of([new(FormPost.By, "x")], Refusal.OfPortal(FormPost.TooOld)).Typed.Keys);
    }

    static Sealed For(string account) => new(Keys, new At(new DefaultHttpContext { User = new(new ClaimsIdentity([new("sub", account)])) }));

    /// <summary>Two accounts at once: the framework's own accessor knows one request at a time.</summary>
    sealed class At(HttpContext http) : IHttpContextAccessor
    {
        public HttpContext? HttpContext { get; set; } = http;
    }
}
