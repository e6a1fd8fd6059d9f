using Gms.Access.Accounts;
using Gms.Access.Organisations;
using Gms.Platform;
using Gms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gms.Access.Tests.Accounts;

public sealed class FirstAdministratorTests(AccessHost host) : IClassFixture<AccessHost>, IAsyncLifetime
{
    /// <summary>Each begins where no account is.</summary>
    public async ValueTask InitializeAsync() => await host.Db(db => db.Accounts.ExecuteDeleteAsync());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_first_administrator_is_made_once_with_a_password_to_be_changed_and_is_audited()
    {
        var (password, problems) = await Make("first@registry.example");
        Assert.Equal((20, 0), (password!.Length, problems.Count));

        var account = await host.Db(db => db.Accounts.Include(a => a.Organisation).SingleAsync());
        Assert.Equal(("first@registry.example", true, OrganisationKind.RegionalBody, "Registry Secretariat"), (account.UserName, account.MustChangePassword, account.Organisation!.Kind, account.Organisation.Name));
        Assert.Equal([Role.Administrator], account.Roles);
        var audited = await host.Db(db => db.Set<AuditRow>().SingleAsync(a => a.Event == "first-administrator-made" && a.Account == account.Id.ToString()));
        Assert.Equal(account.OrganisationId.ToString(), audited.Organisation);

        var second = await Make("second@registry.example");
        Assert.Null(second.Password);
        Assert.Equal(["ADMINISTRATOR_THERE"], second.Problems.Select(p => p.Code));
        Assert.Equal(1, await host.Db(db => db.Accounts.CountAsync()));
    }

    [Fact]
    public async Task Of_two_at_once_one_is_made()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Make($"number{i}@registry.example")));

        Assert.Single(made, m => m.Password is not null);
        Assert.Equal(1, await host.Db(db => db.Accounts.CountAsync()));
    }

    [Fact]
    public async Task Also_a_locked_administrator_is_one_and_an_administrator_of_an_agency_too()
    {
        var agency = await host.Organisation(V1.OrganisationKind.Agency, "LA", Guid.NewGuid());
        var account = await host.Account(agency, Role.Administrator);
        await host.Accounts(AccessHost.Regional).LockAccountAsync(new() { RequestId = Guid.NewGuid().ToString(), AccountId = account.AccountId });

        Assert.Equal(["ADMINISTRATOR_THERE"], (await Make("late@registry.example")).Problems.Select(p => p.Code));
    }

    [Fact]
    public async Task A_name_that_is_none_or_is_taken_makes_nothing()
    {
        await host.Account(await host.Organisation(V1.OrganisationKind.Ministry, "LA"), Role.Inspector);
        var taken = await host.Db(db => db.Accounts.Select(a => a.UserName!).SingleAsync());

        Assert.Equal(["ACCOUNT_NAME_TAKEN"], (await Make(taken.ToUpperInvariant())).Problems.Select(p => p.Code));
        Assert.Equal(["ACCOUNT_NAME_MALFORMED"], (await Make("a b@registry.example")).Problems.Select(p => p.Code));
    }

    async Task<(string? Password, IReadOnlyList<Problem> Problems)> Make(string email)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await FirstAdministrator.Make(scope.ServiceProvider, "Registry Secretariat", email, CancellationToken.None);
    }
}

/// <summary>The verb as it is run where a registry begins: its own process, outside Development.</summary>
public sealed class FirstAdministratorVerbTests
{
    [Theory]
    [InlineData]
    [InlineData("--email", "a@b.example")]
    [InlineData("--organisation", "Secretariat")]
    [InlineData("--organisation", "Secretariat", "--email", "no address")]
    [InlineData("--organisation", " ", "--email", "a@b.example")]
    [InlineData("--organisation", "Secretariat", "--email", "a@b.example", "--force")]
    public async Task A_verb_that_says_too_little_tells_what_to_say(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        Assert.Equal(64, await FirstAdministrator.Run(Program.Service(), arguments, output, errors));
        Assert.Contains("--organisation", errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.ToString());
    }

    [Fact]
    public async Task The_verb_prints_the_password_once_and_refuses_the_second_time()
    {
        var folder = Directory.CreateTempSubdirectory("gms-test").FullName;
        await using var database = await TestDatabase.Make();
        SchemaSteps.Apply<AccessDb>(database.StepsConnection, database.AppConnection);
        Task<(int Code, string Output, string Errors)> Verb(string email) => AccessProcess.Run(new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Gms.Access.dll"), "first-administrator", "--organisation", "Secretariat", "--email", email])
        {
            Environment =
            {
                ["DOTNET_ENVIRONMENT"] = "Production",
                ["Grpc__Address"] = "http://127.0.0.1:9",
                ["Web__Address"] = "http://127.0.0.1:9",
                ["Database__App"] = database.AppConnection,
                ["Access__Issuer"] = "http://127.0.0.1:9",
                ["Access__ClientSecretsFolder"] = folder,
                ["Keys__Folder"] = Path.Combine(folder, "keys"),
                ["Keys__Create"] = "true",
                ["Seals__Folder"] = folder,
            },
        });

        var (code, output, errors) = await Verb("first@registry.example");
        Assert.True(code == 0, errors);
        Assert.Matches("password: [A-Za-z2-9]{20}\n", output);
        (code, output, errors) = await Verb("second@registry.example");
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("There is an administrator already.", errors, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
