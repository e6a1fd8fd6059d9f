using Gms.Portal.Forms;
using Gms.Portal.Sessions;

namespace Gms.Portal.SocialSecurityOffice;

/// <summary>What a social-security office sends: the search for a worker's cover, and for months.</summary>
static class SocialSecurityForms
{
    public static void MapSocialSecurity(this IEndpointRouteBuilder app)
    {
        app.MapForm("/coverage/find", "/coverage", posted => Task.FromResult($"/coverage?of={posted.Seal(CoverageSearch.Of(posted))}"));
        app.MapForm("/coverage/months/find", "/coverage/months", posted =>
        {
            var of = posted.Http.RequestServices.GetRequiredService<Sealed>().Read<MonthsSearch>(posted["Of"]);
            return Task.FromResult(of is null ? "/coverage/months" : $"/coverage/months?of={posted.Seal(of with { First = posted["First"], Last = posted["Last"] })}");
        });
    }
}
