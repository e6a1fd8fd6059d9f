namespace Gms.Local.Verbs;

/// <summary>
/// <c>test [filter]</c>: every test project, against a PostgreSQL and a RabbitMQ made for this run. A project that takes long or needs what not every
/// machine has runs only when it is named; it makes what it needs itself. <c>test sweep</c> looks at what the Portal offers each role, and one step further, in all languages, of which other runs
/// take two for a page.
/// </summary>
static class Test
{
    /// <summary>Part of the name of the tests that look at every page.</summary>
    const string Sweep = "sweep";

    public static async Task<int> Run(string checkout, string stateFolder, string? filter, CancellationToken cancel)
    {
        new StateFolder(stateFolder).Make();
        var state = new StateFolder(Path.Combine(stateFolder, "test"));
        state.Make();
        using var only = await state.Lock(cancel);
        await RemoveLeftovers(state, cancel);

        var projects = TestProject.In(checkout).ToList();
        var named = projects.SingleOrDefault(p => p.ByName is { } name && name == filter);
        var before = await WorkTree(checkout, cancel);
        var ports = new Ports(state);
        ports.MoveIfTaken();
        var postgres = new PostgresCluster(state, () => ports.Postgres);
        var rabbit = new RabbitNode(state, ports);
        var total = new TestCount(0, 0, 0);
        try
        {
            await Steps.Show(steps => Prepare(checkout, postgres, rabbit, needsServers: named is null, steps, cancel));
            var environment = new Dictionary<string, string?>(Build.DotnetQuiet)
            {
                ["REGISTRY_TEST_POSTGRES"] = postgres.AdminConnectionString,
                ["REGISTRY_TEST_RABBITMQ"] = rabbit.Address.ToString(),
                ["REGISTRY_TEST_STATE"] = state.Root, // by which a test makes a virtual host of its own
                ["REGISTRY_TEST_RESULTS"] = state.Folder("results"),
                ["REGISTRY_ROOT"] = checkout,
            };
            if (filter == Sweep)
                environment["REGISTRY_TEST_LANGUAGES"] = "all";
            foreach (var project in named is null ? projects.Where(p => p.ByName is null) : [named])
                total += await project.Run(named is null ? filter : null, state.Folder("results"), environment, cancel);
        }
        finally
        {
            await OwnedProcess.KillAll(state, CancellationToken.None);
            foreach (var within in state.Nested())
                await OwnedProcess.KillAll(within, CancellationToken.None);
        }

        var tidy = await Tidy(checkout, before, cancel);
        if (total.All == 0)
            Console.WriteLine(filter is null ? "No test was found." : $"No test's name contains '{filter}'.");
        Console.WriteLine();
        Console.WriteLine($"{total.Passed} passed, {total.Failed} failed, {total.Skipped} skipped");
        return total.Failed == 0 && total.All > 0 && tidy ? 0 : 1;
    }

    static async Task Prepare(string checkout, PostgresCluster postgres, RabbitNode rabbit, bool needsServers, Steps steps, CancellationToken cancel)
    {
        await Task.WhenAll(
            steps.Run("Building", progress => Build.Release(checkout, progress, cancel)),
            Debian.Missing(forTests: needsServers) is { Count: > 0 } missing
                ? steps.Run($"Installing {string.Join(", ", missing)}", () => Debian.Install(missing, cancel))
                : Task.CompletedTask);
        if (!needsServers)
            return;
        await Task.WhenAll(
            steps.Run("PostgreSQL starts", () => postgres.Start(cancel)),
            steps.Run("RabbitMQ starts", () => rabbit.Start(cancel)));
    }

    // A run that was cut off may have left servers and data; every run begins empty.
    static async Task RemoveLeftovers(StateFolder state, CancellationToken cancel)
    {
        foreach (var folder in state.Nested().Append(state))
            await OwnedProcess.KillAll(folder, cancel);
        foreach (var folder in Directory.GetDirectories(state.Root))
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>In CI, what is generated must have been committed.</summary>
    static async Task<bool> Tidy(string checkout, string before, CancellationToken cancel)
    {
        if (Environment.GetEnvironmentVariable("CI") != "true" || await WorkTree(checkout, cancel) is var after && after == before)
            return true;
        Console.WriteLine($"The tests changed the work tree; run them and commit what they generate:\n{after}");
        return false;
    }

    static async Task<string> WorkTree(string checkout, CancellationToken cancel) =>
        Shell.Find("git") is { } git ? (await Shell.Run([git, "status", "--porcelain"], cancel, checkout)).Output : "";
}
