using Gms.Local.Demo;

namespace Gms.Local.Verbs;

/// <summary><c>token ACCOUNT</c>: an access token for trying calls by hand.</summary>
static class Token
{
    public static async Task<int> Run(LocalSystem system, string account, CancellationToken cancel)
    {
        if (!await system["Access"].IsHealthy(cancel))
            throw new CannotGoOnException("The registry is not running. Start it first: ./registry up --detach");
        using var accounts = new Accounts(system);
        Console.WriteLine(await accounts.Token(account));
        return 0;
    }
}
