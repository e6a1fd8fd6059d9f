namespace Gms.Local.Verbs;

/// <summary><c>down</c>: stops everything that was started here and keeps the data.</summary>
static class Down
{
    public static async Task<int> Run(LocalSystem system, CancellationToken cancel)
    {
        await Steps.Show(steps => system.Stop(steps, cancel));
        return 0;
    }
}
