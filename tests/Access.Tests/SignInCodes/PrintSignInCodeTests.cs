using System.Net;
using Gms.Access.SignInCodes;
using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Access.V1;

namespace Gms.Access.Tests.SignInCodes;

public sealed class PrintSignInCodeTests(CodeHost host) : IClassFixture<CodeHost>
{
    [Fact]
    public async Task A_printed_code_signs_a_worker_without_a_telephone_in_once()
    {
        var number = host.Worker();
        var printed = await (await As("ministry-officer.la")).PrintSignInCodeAsync(Request(number));

        Assert.Equal(SignInCode.PrintedDigits, printed.Code.Length);
        using var browser = new Browser(host);
        Assert.NotNull((await Enter(browser, number, printed.Code))["code"]);
        using var again = new Browser(host);
        Assert.Equal(HttpStatusCode.BadRequest, (await Enter(again, number, printed.Code)).Status);

        var row = Assert.Single(await host.Audit("sign-in-code-printed"), a => a.Workers!.Contains(number));
        Assert.Equal(host.SignIn("ministry-officer.la").AccountId.ToString(), row.Account);
        Assert.DoesNotContain(printed.Code, await host.Rows(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeat_prints_no_second_code_and_tells_the_first_to_nobody()
    {
        var request = Request(host.Worker());
        var officer = await As("ministry-officer.la");

        var (first, repeat) = (await officer.PrintSignInCodeAsync(request), await officer.PrintSignInCodeAsync(request));

        Assert.Equal((first.SignInCodeId, ""), (repeat.SignInCodeId, repeat.Code));
        Assert.Equal(1, await host.Db(db => db.SignInCodes.CountAsync(c => c.WorkerNumber == request.WorkerNumber)));
    }

    [Fact]
    public async Task A_printed_code_outlives_the_guesses_that_kill_a_sent_one_and_ends_after_three_days()
    {
        var number = host.Worker();
        var officer = await As("ministry-officer.la");
        var printed = await officer.PrintSignInCodeAsync(Request(number));
        for (var i = 0; i < SignInCode.SentGuesses + 1; i++)
        {
            using var guesser = new Browser(host);
            Assert.Equal(HttpStatusCode.BadRequest, (await Enter(guesser, number, "0000000000")).Status);
        }
        await host.Db(db => db.SignInCodes.Where(c => c.WorkerNumber == number).ExecuteUpdateAsync(u => u.SetProperty(c => c.ExpiresAt, c => c.MadeAt.AddMilliseconds(1))));

        using var late = new Browser(host);
        Assert.Equal(HttpStatusCode.BadRequest, (await Enter(late, number, printed.Code)).Status);
        await host.Db(db => db.SignInCodes.Where(c => c.WorkerNumber == number).ExecuteUpdateAsync(u => u.SetProperty(c => c.ExpiresAt, c => c.MadeAt.AddDays(3))));
        using var intime = new Browser(host);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Enter(intime, number, printed.Code)).Status);    // eight tries in this minute; the code lives
        Assert.Equal(SignInCode.SentGuesses + 1, await host.Db(db => db.SignInCodes.Where(c => c.WorkerNumber == number).Select(c => c.WrongGuesses).SingleAsync()));
    }

    [Fact]
    public async Task Another_country_s_officer_and_a_number_that_nobody_has_are_answered_alike()
    {
        var number = host.Worker();

        Assert.Equal(["SIGN_IN_CODE_WORKER_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, async () => await (await As("ministry-officer.kh")).PrintSignInCodeAsync(Request(number))));
        Assert.Equal(["SIGN_IN_CODE_WORKER_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, async () => await (await As("ministry-officer.la")).PrintSignInCodeAsync(Request(WorkerNumber.New("LA")))));
    }

    [Fact]
    public async Task No_more_than_five_a_day()
    {
        var number = host.Worker();
        var officer = await As("ministry-officer.la");
        for (var i = 0; i < WorkerCodes.PrintedInADay; i++)
            await officer.PrintSignInCodeAsync(Request(number));

        Assert.Equal(["SIGN_IN_CODES_TOO_MANY"], await Refused.Codes(StatusCode.FailedPrecondition, async () => await officer.PrintSignInCodeAsync(Request(number))));
    }

    [Fact]
    public async Task Whoever_is_no_ministry_officer_prints_none() =>
        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(async () => await (await As("agency-officer.la")).PrintSignInCodeAsync(Request(host.Worker())))).StatusCode);

    static Proto.PrintSignInCodeRequest Request(string number) => new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = number };

    async Task<Proto.SignInCodes.SignInCodesClient> As(string account) => new(host.WithToken(await host.PersonsToken(account), "enrolment"));

    static async Task<Shown> Enter(Browser browser, string number, string code)
    {
        var form = await browser.Open((await browser.Open(Browser.AuthorizeAddress(("acr_values", "urn:gms:acr:code")))).Location!);
        var asked = await browser.Submit(form, ("number", number), ("paper", "1"));
        return asked.Location is null ? asked : await CodeHost.Enter(browser, await browser.Open(asked.Location), code);
    }
}
