namespace Gms.Local.Verbs;

/// <summary>Stays until Ctrl-C, then stops everything; tells when a part ends by itself.</summary>
static class Foreground
{
    static readonly TimeSpan _look = TimeSpan.FromSeconds(2);

    public static async Task<int> Watch(LocalSystem system, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(_look);
        var told = new HashSet<string>();
        try
        {
            while (system.AnythingRuns)
            {
                await timer.WaitForNextTickAsync(cancel);
                foreach (var gone in Gone(system).Where(told.Add))
                    Console.WriteLine($"{gone} has ended. Its log is in {system.State["logs"]}; ./registry up --detach starts it again.");
                told.IntersectWith(Gone(system));
            }
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine();
            return await Down.Run(system, CancellationToken.None);
        }

        Console.WriteLine("Stopped from elsewhere.");
        return 0;
    }

    static IEnumerable<string> Gone(LocalSystem system)
    {
        if (!system.Postgres.IsRunning)
            yield return "PostgreSQL";
        if (!system.Rabbit.IsRunning)
            yield return "RabbitMQ";
        foreach (var service in system.Services.Where(s => !s.IsRunning))
            yield return service.Service.Name;
    }
}
