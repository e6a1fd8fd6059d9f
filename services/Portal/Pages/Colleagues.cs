using Gms.Access.V1;
using Gms.Portal.Languages;
using Gms.Portal.Sessions;
using Grpc.Core;

namespace Gms.Portal.Pages;

/// <summary>Who looks at something, by name: read in one call for a whole page.</summary>
sealed class Colleagues
{
    /// <summary>Access names so many at once; a page has fewer.</summary>
    const int Most = 200;

    readonly Dictionary<string, string> _names = [];
    string _own = "";

    /// <summary>An office that names nobody takes nothing from the page: then it says that a colleague looks at it.</summary>
    public static async Task<Colleagues> Of(Services services, string purpose, string own, IEnumerable<string> accounts)
    {
        var colleagues = new Colleagues { _own = own };
        var others = accounts.Where(a => a.Length > 0 && a != own).Distinct().Take(Most).ToList();
        if (others.Count == 0)
            return colleagues;
        try
        {
            foreach (var named in (await new Accounts.AccountsClient(services.To("Access", purpose)).NameAccountsAsync(new() { AccountIds = { others } })).Accounts)
                colleagues._names[named.AccountId] = named.Name;
        }
        catch (RpcException)
        {
            // As above.
        }
        return colleagues;
    }

    public string Name(Texts texts, string account) =>
        account.Length == 0 ? texts["queue.nobody"] : account == _own ? texts["queue.you"] : _names.GetValueOrDefault(account) ?? texts["queue.colleague"];
}
