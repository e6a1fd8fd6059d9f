using System.Buffers.Text;
using System.Text.Json;
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
        var token = await accounts.Token(account);
        Console.WriteLine(token);

        // Beside the token, so that TOKEN=$(./registry token …) holds nothing but it.
        var until = Expiry(token);
        await Console.Error.WriteLineAsync($"Holds until {until.ToLocalTime():HH:mm:ss} ({(until - DateTimeOffset.UtcNow).TotalMinutes:0} minutes). How to call with it: docs/calls-by-hand.md");
        return 0;
    }

    /// <summary>For the help: how it is used, and which accounts there are once the demonstration was loaded.</summary>
    public static string Description(string stateFolder)
    {
        var file = Path.Combine(stateFolder, "secrets", "sign-ins.json");
        var accounts = File.Exists(file)
            ? string.Join(", ", JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray().Select(a => a.GetProperty("account").GetString()))
            : "./registry up prints them";
        return $"A token for trying calls by hand: TOKEN=$(./registry token ministry-officer.la). Accounts: {accounts}";
    }

    static DateTimeOffset Expiry(string token) =>
        DateTimeOffset.FromUnixTimeSeconds(JsonDocument.Parse(Base64Url.DecodeFromChars(token.Split('.')[1])).RootElement.GetProperty("exp").GetInt64());
}
