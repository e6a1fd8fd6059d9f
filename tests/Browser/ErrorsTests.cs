using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Gms.Registry.V1;
using Gms.Testing;
using Gms.Type.V1;
using Microsoft.Playwright;
using Npgsql;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>An administrator sees which events a service gave up on, has the cause mended, and sends them again.</summary>
[Collection(nameof(Alone))]    // breaks a database's roles, and counts what failed
public sealed class ErrorsTests(WholeSystem whole, Chromium chromium)
{
    [Theory]
    [InlineData("en")]
    [InlineData("km")]
    public async Task An_administrator_sees_what_failed_and_sends_it_again(string code)
    {
        var cancel = TestContext.Current.CancellationToken;
        var administrator = await Person.At(whole, chromium, Language.Find(code)!);
        var (page, reads) = (administrator.Page, administrator.Reads);
        await administrator.ComeIn("administrator");
        await administrator.Open("/errors");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(reads["errors.heading"]);
        await Expect(page.Locator("main .done")).ToHaveTextAsync(reads["errors.none", 6]);
        await administrator.Looks("errors-none");

        var worker = await EnrolledWhileBroken(administrator, cancel);
        var failed = page.Locator(".case").Filter(new() { HasText = "gms.registry.on-worker-event" });
        await Expect(failed).ToContainTextAsync(Gms.Portal.Pages.EventWords.Of(reads, "gms.registry.worker-enrolled:1"));
        await Expect(failed).ToContainTextAsync("Npgsql.PostgresException");
        await Expect(page.Locator("main")).Not.ToContainTextAsync(worker);
        await administrator.Looks("errors");

        await failed.GetByRole(AriaRole.Button, new() { Name = reads["errors.again_all"] }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(reads["done.redriven"]);
        Assert.True(await Eventually.Becomes(() => Shows(administrator, ".case", 0), gone => gone));
        Assert.Equal(1, await Eventually.Becomes(() => Enrolments(worker, cancel), count => count == 1));
    }

    [Fact]
    public async Task Nobody_else_is_shown_it()
    {
        var officer = await Person.At(whole, chromium, Language.English);
        await officer.ComeIn(Account.Ministry("LA"));

        await Expect(officer.Page.GetByRole(AriaRole.Link, new() { Name = officer.Reads["nav.errors"] })).ToHaveCountAsync(0);
        await officer.Open("/errors");

        await Expect(officer.Page.GetByText(officer.Reads["errors.heading"])).ToHaveCountAsync(0);
    }

    /// <summary>A mistake with the database's roles: what the registry's handler was told then, it gave up on.</summary>
    async Task<string> EnrolledWhileBroken(Person administrator, CancellationToken cancel)
    {
        await AsOwner("REVOKE INSERT ON inbox FROM registry_app", cancel);
        try
        {
            var worker = (await new Gms.Registry.V1.Workers.WorkersClient(whole.Offices.To("Registry", Account.Ministry("KH"), "enrolment")).EnrolWorkerAsync(new()
            {
                RequestId = Given.NewId(),
                Country = "KH",
                Names = { new PersonName { Full = $"Errors {Given.Word()}" } },
                BirthDate = new() { Year = 1991, Month = 5, Day = 3 },
                Sex = Sex.Female,
                Nationality = "KH",
                Document = new() { Kind = "BORDER_PASS", Issuer = "KH", Number = "E" + Given.NewId()[..7], ValidUntil = new() { Year = 2032, Month = 6, Day = 30 } },
            }, cancellationToken: cancel)).WorkerNumber;
            Assert.True(await Eventually.Becomes(() => Shows(administrator, ".case", 1), shown => shown), "The page does not show what failed.");
            Assert.Equal(0, await Enrolments(worker, cancel));
            return worker;
        }
        finally
        {
            await AsOwner("GRANT INSERT ON inbox TO registry_app", cancel);
        }
    }

    static async Task<bool> Shows(Person administrator, string what, int count)
    {
        await administrator.Open("/errors");
        return await administrator.Page.Locator(what).CountAsync() == count;
    }

    async Task<int> Enrolments(string worker, CancellationToken cancel) =>
        (await new Gms.Registry.V1.Journeys.JourneysClient(whole.Offices.To("Registry", Account.Ministry("KH"), "departure-clearance")).GetJourneyAsync(new() { WorkerNumber = worker }, cancellationToken: cancel))
            .Entries.Count(e => e.Name == "gms.registry.worker-enrolled:1");

    async Task AsOwner(string sql, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(whole.System.Postgres.AdminConnectionString) { Database = "registry", Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
