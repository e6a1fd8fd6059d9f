using Gms.Platform;
using Gms.Recruitment.Agencies;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Licences;

partial class LicencesService
{
    public override async Task<Proto.GrantLicenceResponse> GrantLicence(Proto.GrantLicenceRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var application = await FindApplication(Read.Id(request.ApplicationId, "application_id"), cancel);
        var agency = await FindAgency(application.AgencyId, cancel);
        call.MustReach(Reach.Country(agency.Country), "application_id");    // whoever acts for the agency does not license it, whatever else the account may do
        var licence = ReadLicence(request, application);
        var renewed = agency.Licences.SingleOrDefault(l => l.Id == application.RenewsId);

        var today = clock.TodayIn(agency.Country);
        var regime = reference.Agencies.Of(agency.Country, licence.Outbound, licence.ValidFrom);
        var branches = await BranchesOn(agency.Id, licence.ValidFrom, cancel);
        Refuse.IfAny([
            .. ApplicationRules.ToDecide(application, call.Caller.Account), .. ApplicationRules.ToGrant(application, licence, renewed, today), .. LicenceRules.ToGrant(licence, regime, branches)]);

        agency.Grant(licence);
        application.Grant(licence.Id, today);
        db.Publish(LicenceEvents.Licensed(agency, licence, clock.GetUtcNow()));
        db.Publish(Decided(application));
        return await db.Commit(new Proto.GrantLicenceResponse { LicenceId = licence.Id.ToString(), Checks = { LicenceRules.Warnings(licence, regime!, branches) } }, cancel);
    }

    Licence ReadLicence(Proto.GrantLicenceRequest request, LicenceApplication application) => new()
    {
        Id = Guid.CreateVersion7(),
        AgencyId = application.AgencyId,
        Country = application.Country,
        Number = Read.Text(request.LicenceNumber, "licence_number", 60),
        Outbound = application.Outbound,
        ValidFrom = Read.Day(request.ValidFrom, "valid_from"),
        ValidTo = Read.OptionalDay(request.ValidTo, "valid_to"),
        Countries = request.Countries.Count == 0 ? application.Countries : LicenceFields.ReadCountries(request.Countries),
        Deposit = Read.OptionalMoney(request.Deposit, "deposit"),
        Conditions = Read.OptionalText(request.Conditions, "conditions", 2000),
        GrantedAt = clock.GetUtcNow(),
        RenewsId = application.RenewsId,
    };
}
