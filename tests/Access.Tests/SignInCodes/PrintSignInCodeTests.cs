using System.Net;
using Gms.Access.SignInCodes;
using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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

        var row = Assert.Single(await host.Audit("sign-in-code-printed"), a => a.Subject == number);
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
    public async Task A_printed_code_outlives_every_wrong_guess()
    {
        var number = host.Worker();
        var printed = await (await As("ministry-officer.la")).PrintSignInCodeAsync(Request(number));
        using var browser = new Browser(host);
        var form = await Entering(browser, number);
        // Past the pages, whose limits for one number a test would have to wait for.
        for (var i = 0; i < 50; i++)
            await host.Scoped(async services =>
            {
                var db = services.GetRequiredService<AccessDb>();
                await using var transaction = await db.Database.BeginTransactionAsync();
                Assert.Equal((null, "CODE_WRONG"), await services.GetRequiredService<WorkerCodes>().Check(number, printed.Code == "0000000000" ? "1111111111" : "0000000000", CancellationToken.None));
                await db.SaveChangesAsync();
                await transaction.CommitAsync();
                return true;
            });

        Assert.NotNull((await CodeHost.Enter(browser, form, printed.Code))["code"]);
    }

    [Fact]
    public async Task A_printed_code_ends_after_three_days()
    {
        var number = host.Worker();
        var printed = await (await As("ministry-officer.la")).PrintSignInCodeAsync(Request(number));
        await host.Db(db => db.SignInCodes.Where(c => c.WorkerNumber == number).ExecuteUpdateAsync(u => u
            .SetProperty(c => c.MadeAt, c => c.MadeAt.AddDays(-3)).SetProperty(c => c.GivenAt, c => c.MadeAt.AddDays(-3)).SetProperty(c => c.ExpiresAt, c => c.ExpiresAt.AddDays(-3))));
        using var browser = new Browser(host);

        Assert.Equal(HttpStatusCode.BadRequest, (await Enter(browser, number, printed.Code)).Status);
    }

    [Fact]
    public async Task Another_country_s_officer_and_a_number_that_nobody_has_are_answered_alike()
    {
        var number = host.Worker();

        var (other, own) = (await As("ministry-officer.kh"), await As("ministry-officer.la"));

        Assert.Equal(["SIGN_IN_CODE_WORKER_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => other.PrintSignInCodeAsync(Request(number))));
        Assert.Equal(["SIGN_IN_CODE_WORKER_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => own.PrintSignInCodeAsync(Request(WorkerNumber.New("LA")))));
    }

    [Fact]
    public async Task No_more_than_five_a_day()
    {
        var number = host.Worker();
        var officer = await As("ministry-officer.la");
        for (var i = 0; i < WorkerCodes.PrintedInADay; i++)
            await officer.PrintSignInCodeAsync(Request(number));

        Assert.Equal(["SIGN_IN_CODES_TOO_MANY"], await Refused.Codes(StatusCode.FailedPrecondition, () => officer.PrintSignInCodeAsync(Request(number))));
    }

    [Fact]
    public async Task Whoever_is_no_ministry_officer_prints_none() =>
        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(async () => await (await As("agency-officer.la")).PrintSignInCodeAsync(Request(host.Worker())))).StatusCode);

    static Proto.PrintSignInCodeRequest Request(string number) => new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = number };

    async Task<Proto.SignInCodes.SignInCodesClient> As(string account) => new(host.WithToken(await host.PersonsToken(account), "enrolment"));

    static async Task<Shown> Enter(Browser browser, string number, string code) => await CodeHost.Enter(browser, await Entering(browser, number), code);

    /// <summary>To the page on which a code is typed, without asking for one.</summary>
    static async Task<Shown> Entering(Browser browser, string number)
    {
        var form = await browser.Open((await browser.Open(Browser.AuthorizeAddress(("acr_values", "urn:gms:acr:code")))).Location!);
        return await browser.Open((await browser.Submit(form, ("number", number), ("paper", "1"))).Location!);
    }
}
