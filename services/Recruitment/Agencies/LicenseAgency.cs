using Gms.Platform;
using Gms.Recruitment.Licences;
using Gms.Recruitment.Representatives;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Agencies;

partial class AgenciesService
{
    public override async Task<Proto.LicenseAgencyResponse> LicenseAgency(Proto.LicenseAgencyRequest request, ServerCallContext context)
    {
        var agencyId = Read.Id(request.AgencyId, "agency_id");
        var agency = await db.Agencies.SingleOrDefaultAsync(a => a.Id == agencyId, context.CancellationToken)
            ?? throw Refuse.NotFound(Problems.AgencyNotFound());
        call.MustReach(Reach.Country(agency.Country), Problems.AgencyNotFound());

        if (await db.LicenceApplications.AnyAsync(a => a.AgencyId == agencyId && a.Status == ApplicationStatus.Applied, context.CancellationToken))
            throw Refuse.NotNow(Problems.LicenceApplicationWaits());    // who applied, and what for, is decided there
        var licence = ReadLicence(request, agency);
        var regime = reference.Agencies.Of(agency.Country, licence.Outbound, licence.ValidFrom);
        var branches = await db.Representatives.ActingOn(licence.ValidFrom).CountAsync(r => r.AgencyId == agencyId && r.Kind == RepresentativeKind.Branch, context.CancellationToken);
        Refuse.IfAny(LicenceRules.ToGrant(licence, regime, branches));

        agency.Grant(licence);
        db.Publish(LicenceEvents.Licensed(agency, licence, clock.GetUtcNow()));
        return await db.Commit(new Proto.LicenseAgencyResponse { LicenceId = licence.Id.ToString(), Checks = { LicenceRules.Warnings(licence, regime!, branches) } }, context.CancellationToken);
    }

    Licence ReadLicence(Proto.LicenseAgencyRequest request, Agency agency) => new()
    {
        Id = Guid.CreateVersion7(),
        AgencyId = agency.Id,
        Country = agency.Country,
        Number = Read.Text(request.LicenceNumber, "licence_number", 60),
        Outbound = LicenceFields.ReadOutbound(request.Direction),
        ValidFrom = Read.Day(request.ValidFrom, "valid_from"),
        ValidTo = Read.OptionalDay(request.ValidTo, "valid_to"),
        Countries = LicenceFields.ReadCountries(request.Countries),
        Deposit = Read.OptionalMoney(request.Deposit, "deposit"),
        Conditions = Read.OptionalText(request.Conditions, "conditions", 2000),
        GrantedAt = clock.GetUtcNow(),
    };
}
