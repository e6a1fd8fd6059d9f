using System.Security.Claims;
using Gms.Portal.Languages;
using Gms.Portal.Sessions;
using Grpc.Core;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Gms.Portal.Forms;

/// <summary>A page that reads from the services and shows forms: what was refused, of the reading or of a form sent before, stands in <see cref="Refusal"/>.</summary>
public abstract class FormPage : ComponentBase
{
    [Inject] internal Services Services { get; set; } = null!;

    [Inject] internal Texts T { get; set; } = null!;

    [Inject] internal Sealed Sealed { get; set; } = null!;

    [Inject] internal TimeProvider Clock { get; set; } = null!;

    [CascadingParameter] internal Task<AuthenticationState>? SignedIn { get; set; }

    [SupplyParameterFromQuery(Name = "kept")] internal string? KeptSealed { get; set; }

    /// <summary>What a form did: the text done.….</summary>
    [SupplyParameterFromQuery(Name = "done")] internal string? Done { get; set; }

    internal ClaimsPrincipal User { get; private set; } = new();

    internal Kept? Kept { get; private set; }

    public Refusal? Refusal { get; private set; }

    /// <summary>The country of the user's office; empty for one of the region.</summary>
    internal string Country => Offers.CountryOf(User) ?? "";

    internal DateOnly Today => PlaceNames.DayIn(Clock.GetUtcNow(), Country);

    /// <summary>The services speak English: told to a screen reader where the page does not.</summary>
    internal string? English => T.Language == Language.English ? null : Language.English.Code;

    protected sealed override async Task OnInitializedAsync()
    {
        User = (await SignedIn!).User;
        Kept = Sealed.Read<Kept>(KeptSealed);
        Refusal = Kept?.Refusal;
        try
        {
            await Read();
        }
        catch (RpcException refused)
        {
            Refusal = Refusal.Of(refused);
            Kept = Kept.Of(Asked, Refusal);
        }
    }

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task Read();

    /// <summary>What was asked for, by the names of the form's fields.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string>> Asked => [];
}
