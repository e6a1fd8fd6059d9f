using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gms.Access.Tests.Pages;

public sealed partial class FailurePageTests(OpenIdHost host) : IClassFixture<OpenIdHost>
{
    const string Typed = "a password of some length";

    [Fact]
    public async Task What_fails_is_told_on_a_page_with_the_reference_under_which_it_is_logged()
    {
        using var browser = new Browser(host);
        const string account = "inspector.la";
        await host.Db(db => db.Accounts.Where(a => a.UserName == account).ExecuteUpdateAsync(u => u.SetProperty(a => a.PasswordHash, "no hash at all")));

        var answer = await browser.SignIn(account, Typed);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Contains("<h1>That did not work</h1>", answer.Html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", answer.Policy, StringComparison.Ordinal);
        Assert.DoesNotContain("gms-correlation-id", answer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(FormatException), answer.Html, StringComparison.Ordinal);
        var reference = Reference().Match(answer.Html).Value;
        Assert.Contains(host.Log.Lines, line => line.StartsWith("Error ", StringComparison.Ordinal) && line.Contains(reference, StringComparison.Ordinal) && line.Contains(nameof(FormatException), StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains(Typed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_is_told_the_reference_in_its_own_form()
    {
        await using var held = host.HoldSecret("recruitment");

        var answer = await host.TokenAs("recruitment", ("grant_type", "client_credentials"), ("audience", "registry"));

        Assert.Equal((HttpStatusCode.InternalServerError, "server_error"), (answer.Status, answer.Error));
        var reference = Reference().Match(answer.Body.GetProperty("error_description").GetString()!).Value;
        Assert.Contains(host.Log.Lines, line => line.StartsWith("Error ", StringComparison.Ordinal) && line.Contains(reference, StringComparison.Ordinal));
    }

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex Reference();
}
