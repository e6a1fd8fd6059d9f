using System.Net;
using System.Text.RegularExpressions;
using Gms.Access.Messages;
using Gms.Access.SignInCodes;
using Gms.Platform;
using Gms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Xunit;

namespace Gms.Access.Tests.SignInCodes;

/// <summary>A worker signs in by number and code, in a browser, with a gateway and a mail server that are there.</summary>
public sealed class CodeSignInTests(CodeHost host) : IClassFixture<CodeHost>
{
    [Fact]
    public async Task A_code_comes_by_text_message_in_the_worker_s_language_and_opens_the_own_record_once()
    {
        var phone = CodeHost.Phone();
        var number = host.Worker(phone, language: "km-KH");
        using var browser = new Browser(host);

        var form = await CodeHost.Ask(browser, number.ToLowerInvariant().Replace('-', ' '));
        var code = await host.CodeAt(phone);
        var message = host.Sms.Taken.Last(m => m.Body.Contains(phone, StringComparison.Ordinal));
        Assert.Equal("key of the gateway", message.Key);
        Assert.Contains("\"language\":\"km\"", message.Body, StringComparison.Ordinal);
        Assert.Contains("ជាលេខកូដរបស់អ្នក", message.Body, StringComparison.Ordinal);

        var back = await CodeHost.Enter(browser, form, code);
        var tokens = await host.Redeem(back["code"]!);
        Assert.Equal(number, new JsonWebToken(tokens.AccessToken).GetPayloadValue<string>("worker"));
        Assert.Single(await host.Audit("signed-in-by-code"), a => a.Account == tokens.Read.Subject);

        using var other = new Browser(host);
        Assert.Equal(HttpStatusCode.BadRequest, (await CodeHost.Enter(other, await Paper(other, number), code)).Status);
    }

    [Fact]
    public async Task Neither_code_nor_address_is_in_the_database_or_a_log()
    {
        var phone = CodeHost.Phone();
        var number = host.Worker(phone);
        using var browser = new Browser(host);

        await CodeHost.Ask(browser, number);
        var code = await host.CodeAt(phone);
        await Eventually.Becomes(() => Outcome(number), o => o == MessageOutcome.Sent);

        var rows = await host.Rows();
        Assert.DoesNotContain(phone, rows, StringComparison.Ordinal);
        Assert.Null(await host.Db(db => db.Messages.Where(m => m.WorkerNumber == number).Select(m => m.TextEncrypted).SingleAsync()));
        Assert.DoesNotContain(host.Log.Lines, l => l.Contains(phone, StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Lines, l => Regex.IsMatch(l, $@"(?<![0-9a-fA-F]){code}(?![0-9a-fA-F])") && !l.Contains("DbCommand", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_telephone_leaves_the_e_mail()
    {
        var phone = CodeHost.Phone();
        host.Sms.Answers = body => body.Contains(phone, StringComparison.Ordinal) ? HttpStatusCode.BadRequest : HttpStatusCode.Accepted;
        var number = host.Worker(phone, $"w{phone[1..]}@example.org", "vi");
        using var browser = new Browser(host);

        var form = await CodeHost.Ask(browser, number);
        var mail = await Eventually.Becomes(() => Task.FromResult(host.Mail.Taken.FirstOrDefault(m => m.To == $"w{phone[1..]}@example.org")), m => m.Data is not null);

        Assert.Contains("Content-Language: vi", mail.Data, StringComparison.Ordinal);
        var body = mail.Data[mail.Data.IndexOf(Environment.NewLine + Environment.NewLine, StringComparison.Ordinal)..].Trim();
        if (mail.Data.Contains("base64", StringComparison.Ordinal))
            body = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(body));
        await Eventually.Becomes(() => Outcome(number), o => o == MessageOutcome.Sent);
        Assert.NotNull((await CodeHost.Enter(browser, form, Regex.Match(body, "[0-9]{6}").Value))["code"]);
    }

    [Fact]
    public async Task An_attempt_is_written_down_before_the_code_goes_so_that_one_that_could_not_be_noted_does_not_go_again_at_once()
    {
        var (phone, noted) = (CodeHost.Phone(), new TaskCompletionSource<(int Attempts, bool Later)>());
        var number = host.Worker(phone);
        host.Sms.Answers = body =>
        {
            if (body.Contains(phone, StringComparison.Ordinal))
                noted.TrySetResult(host.Db(async db =>
                {
                    var message = await db.Messages.SingleAsync(m => m.WorkerNumber == number);
                    return (message.Attempts, message.NextAttemptAt > message.MadeAt);
                }).GetAwaiter().GetResult());
            return HttpStatusCode.Accepted;
        };
        using var browser = new Browser(host);

        await CodeHost.Ask(browser, number);

        Assert.Equal((1, true), await noted.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        await Eventually.Becomes(() => Outcome(number), o => o == MessageOutcome.Sent);
    }

    [Fact]
    public async Task What_cannot_be_sent_now_is_sent_later()
    {
        var phone = CodeHost.Phone();
        var asked = 0;
        host.Sms.Answers = body => body.Contains(phone, StringComparison.Ordinal) && ++asked < 3 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.Accepted;
        var number = host.Worker(phone);
        host.StopRegistry();
        using var browser = new Browser(host);

        var form = await CodeHost.Ask(browser, number);
        await Eventually.Becomes(() => host.Db(db => db.Messages.Where(m => m.WorkerNumber == number).Select(m => m.Attempts).SingleAsync()), attempts => attempts > 0);
        host.StartRegistry();

        var code = await host.CodeAt(phone);
        await Eventually.Becomes(() => Outcome(number), o => o == MessageOutcome.Sent);
        Assert.Equal(3, asked);
        Assert.NotNull((await CodeHost.Enter(browser, form, code))["code"]);
    }

    [Fact]
    public async Task A_number_that_nobody_has_is_answered_as_one_that_somebody_has()
    {
        var (known, unknown) = (host.Worker(CodeHost.Phone()), WorkerNumber.New("LA"));
        using var one = new Browser(host);
        using var other = new Browser(host);

        var (knowns, unknowns) = (await CodeHost.Ask(one, known), await CodeHost.Ask(other, unknown));
        Assert.Equal((knowns.Status, Plain(knowns.Html)), (unknowns.Status, Plain(unknowns.Html)));
        var (wrong, unknownWrong) = (await CodeHost.Enter(one, knowns, "000000x1"), await CodeHost.Enter(other, unknowns, "000000x1"));
        Assert.Equal((wrong.Status, Plain(wrong.Html)), (unknownWrong.Status, Plain(unknownWrong.Html)));

        // The same rows, so the same work: what differs begins when the relay asks the Registry.
        Assert.Equal(1, await host.Db(db => db.SignInCodes.CountAsync(c => c.WorkerNumber == unknown)));
        Assert.Equal(MessageOutcome.NoSuchWorker, await Eventually.Becomes(() => Outcome(unknown), o => o is not null));
        Assert.False(await host.Db(db => db.Accounts.AnyAsync(a => a.WorkerNumber == unknown)));
    }

    [Fact]
    public async Task Even_the_right_code_for_a_number_that_nobody_has_opens_nothing()
    {
        var unknown = WorkerNumber.New("LA");
        using var browser = new Browser(host);
        var form = await Paper(browser, unknown);
        var digits = await host.Scoped(async services =>
        {
            var (code, made) = SignInCode.Make(unknown, SignInCodeKind.Sent, "", host.Time.GetUtcNow(), services.GetRequiredService<ColumnCipher>());
            var db = services.GetRequiredService<AccessDb>();
            db.SignInCodes.Add(code);
            await db.SaveChangesAsync();
            return made;
        });

        Assert.Equal(HttpStatusCode.BadRequest, (await CodeHost.Enter(browser, form, digits)).Status);
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => host.Db(async db =>
        {
            var code = await db.SignInCodes.SingleAsync(c => c.WorkerNumber == unknown);
            code.Use(code.MadeAt);
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task Five_wrong_guesses_kill_a_code()
    {
        var phone = CodeHost.Phone();
        using var browser = new Browser(host);
        var form = await CodeHost.Ask(browser, host.Worker(phone));
        var code = await host.CodeAt(phone);
        var wrong = code == "111111" ? "222222" : "111111";

        for (var i = 0; i < SignInCode.SentGuesses; i++)
            Assert.Equal(HttpStatusCode.BadRequest, (await CodeHost.Enter(browser, form, wrong)).Status);

        Assert.Equal(HttpStatusCode.BadRequest, (await CodeHost.Enter(browser, form, code)).Status);
    }

    [Fact]
    public async Task Many_guesses_at_once_count_one_by_one()
    {
        var phone = CodeHost.Phone();
        var number = host.Worker(phone);
        using var browser = new Browser(host);
        var form = await CodeHost.Ask(browser, number);
        var code = await host.CodeAt(phone);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => CodeHost.Enter(browser, form, code == "11111" + i ? "999999" : "11111" + i)));

        Assert.Equal(SignInCode.SentGuesses, await host.Db(db => db.SignInCodes.Where(c => c.WorkerNumber == number).Select(c => c.WrongGuesses).SingleAsync()));
    }

    [Fact]
    public async Task A_code_is_good_for_ten_minutes()
    {
        var phone = CodeHost.Phone();
        using var browser = new Browser(host);
        var form = await CodeHost.Ask(browser, host.Worker(phone));
        var code = await host.CodeAt(phone);

        host.Time.Pass(SignInCode.SentLifetime);

        Assert.Equal(HttpStatusCode.BadRequest, (await CodeHost.Enter(browser, form, code)).Status);
    }

    [Fact]
    public async Task No_more_than_three_codes_go_to_one_number_in_a_quarter_of_an_hour_and_nobody_is_told()
    {
        var number = host.Worker(CodeHost.Phone());
        for (var i = 0; i < WorkerCodes.SentInAQuarter + 2; i++)
        {
            using var browser = new Browser(host);
            Assert.Equal(HttpStatusCode.OK, (await CodeHost.Ask(browser, number)).Status);
        }

        Assert.Equal(WorkerCodes.SentInAQuarter, await host.Db(db => db.Messages.CountAsync(m => m.WorkerNumber == number)));
    }

    [Fact]
    public async Task A_locked_account_is_opened_by_no_code()
    {
        var phone = CodeHost.Phone();
        var number = host.Worker(phone);
        using (var first = new Browser(host))
            Assert.NotNull((await CodeHost.Enter(first, await CodeHost.Ask(first, number), await host.CodeAt(phone)))["code"]);
        await host.Db(db => db.Accounts.Where(a => a.WorkerNumber == number).ExecuteUpdateAsync(u => u.SetProperty(a => a.LockoutEnd, DateTimeOffset.MaxValue)));
        var before = host.Sms.Taken.Count(m => m.Body.Contains(phone, StringComparison.Ordinal));
        using var browser = new Browser(host);
        var form = await CodeHost.Ask(browser, number);
        await Eventually.Becomes(() => Task.FromResult(host.Sms.Taken.Count(m => m.Body.Contains(phone, StringComparison.Ordinal))), n => n > before);

        Assert.Equal(HttpStatusCode.BadRequest, (await CodeHost.Enter(browser, form, await host.CodeAt(phone))).Status);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("LA-0000-0000-1")]
    [InlineData("")]
    [InlineData("\0")]
    public async Task What_is_no_worker_number_is_answered_with_the_form(string number)
    {
        using var browser = new Browser(host);

        var answer = await browser.Submit(await browser.Open("/connect/code"), ("number", number));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("action=\"/connect/code\"", answer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_worker_number_is_in_no_address()
    {
        var number = host.Worker(CodeHost.Phone());
        using var browser = new Browser(host);
        var form = await browser.Open((await browser.Open(Browser.AuthorizeAddress(("acr_values", "urn:gms:acr:code")))).Location!);

        var asked = await browser.Submit(form, ("number", number));

        Assert.DoesNotContain(number, WebUtility.UrlDecode(asked.Location), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(number, (await browser.Open(asked.Location!)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_number_there_is_nothing_to_enter()
    {
        using var browser = new Browser(host);

        Assert.Equal("/connect/code", (await browser.Open("/connect/code/enter")).Location);
    }

    [Theory]
    [InlineData("១២៣ ៤៥៦", "123456")]
    [InlineData("໑໒໓-໔໕໖", "123456")]
    [InlineData("၁၂၃၄၅၆", "123456")]
    [InlineData("๑๒๓๔๕๖", "123456")]
    [InlineData(" 12 34 56 ", "123456")]
    [InlineData("abc", "")]
    public void Digits_are_read_in_every_script_of_the_region(string typed, string digits) => Assert.Equal(digits, SignInCode.DigitsOf(typed));

    /// <summary>To the page on which a code is typed, without asking for one.</summary>
    static async Task<Shown> Paper(Browser browser, string number)
    {
        var form = await browser.Open((await browser.Open(Browser.AuthorizeAddress(("acr_values", "urn:gms:acr:code")))).Location!);
        return await browser.Open((await browser.Submit(form, ("number", number), ("paper", "1"))).Location!);
    }

    Task<MessageOutcome?> Outcome(string number) => host.Db(db => db.Messages.Where(m => m.WorkerNumber == number).OrderBy(m => m.Id).Select(m => m.Outcome).LastAsync());

    static string Plain(string html) => Regex.Replace(Regex.Replace(html, "value=\"[^\"]*\"", ""), "back=[^\"]*", "");
}
