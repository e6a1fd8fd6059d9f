using Gms.Platform;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Agencies;

partial class AgenciesService
{
    public override async Task<Proto.CheckLicenceResponse> CheckLicence(Proto.CheckLicenceRequest request, ServerCallContext context)
    {
        var partner = Read.OptionalAnyCountry(request.PartnerCountry, "partner_country");
        var asked = Read.OptionalDay(request.Day, "day");
        var number = Read.OptionalText(request.LicenceNumber, "licence_number", 60);
        var agency = await Named(Read.OptionalId(request.AgencyId, "agency_id"), number, request, context.CancellationToken);

        var day = asked ?? clock.TodayIn(agency.Country);
        var licence = number is null ? agency.LicenceFor(day, partner, outbound: null) : agency.Licences.Single(l => l.Number == number);
        return new()
        {
            Check = LicenceCheck.Of(licence, day, partner),
            AgencyId = agency.Id.ToString(),
            Name = agency.Name,
            Country = agency.Country,
            Licence = licence?.ToProto(day, withReasons: false),
        };
    }

    async Task<Agency> Named(Guid? agencyId, string? number, Proto.CheckLicenceRequest request, CancellationToken cancel)
    {
        if (agencyId is null && number is null)
            throw Refuse.Invalid(Problems.LicenceNotNamed());
        var country = number is null ? null : Read.Country(request.Country, "country");

        return await db.Agencies.AsNoTracking().Include(a => a.Licences).ThenInclude(l => l.Suspensions)
            .SingleOrDefaultAsync(a => (agencyId == null || a.Id == agencyId) && (number == null || a.Licences.Any(l => l.Country == country && l.Number == number)), cancel)
                ?? throw Refuse.NotFound(Problems.LicenceNotFound());
    }
}

/// <summary>The public answer on a licence: a pass only when it is valid on the day and for the country asked about.</summary>
static class LicenceCheck
{
    public static Check Of(Licence? licence, DateOnly day, string? partner)
    {
        var (outcome, message) = licence is null ? (Outcome.Fail, "The agency has no licence.") : licence.StateOn(day) switch
        {
            LicenceState.NotYetValid => (Outcome.Fail, $"Licence {licence.Number} is valid only from {licence.ValidFrom:yyyy-MM-dd}."),
            LicenceState.Expired => (Outcome.Fail, $"Licence {licence.Number} ended on {licence.ValidTo:yyyy-MM-dd}."),
            LicenceState.Revoked => (Outcome.Fail, $"Licence {licence.Number} is revoked since {licence.RevokedFrom:yyyy-MM-dd}."),
            LicenceState.Suspended => (Outcome.Fail, $"Licence {licence.Number} is suspended on {day:yyyy-MM-dd}."),
            LicenceState.Valid when partner is not null && !licence.Countries.Contains(partner) => (Outcome.Fail, $"Licence {licence.Number} is not for {partner}."),
            LicenceState.Valid => (Outcome.Pass, $"Licence {licence.Number} is valid on {day:yyyy-MM-dd}."),
        };
        return new() { Code = "AGENCY_LICENCE", Outcome = outcome, Message = message, Decisive = true, Remedy = outcome == Outcome.Pass ? "" : "Do not pay or sign anything; ask the labour ministry which agencies are licensed." };
    }
}
