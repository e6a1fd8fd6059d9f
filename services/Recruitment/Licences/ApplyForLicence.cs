using Gms.Events.Recruitment;
using Gms.Platform;
using Gms.Recruitment.Agencies;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Licences;

partial class LicencesService
{
    public override async Task<Proto.ApplyForLicenceResponse> ApplyForLicence(Proto.ApplyForLicenceRequest request, ServerCallContext context)
    {
        var agency = await FindAgency(Read.Id(request.AgencyId, "agency_id"), context.CancellationToken);
        var today = clock.TodayIn(agency.Country);
        var application = ReadApplication(request, agency, today);
        var renewed = application.RenewsId is { } id ? agency.Licences.SingleOrDefault(l => l.Id == id) ?? throw Refuse.NotFound(Problems.LicenceNotFound("renews_licence_id")) : null;

        var regime = reference.Agencies.Of(agency.Country, application.Outbound, today);
        Refuse.IfAny(ApplicationRules.ToApply(application, regime, renewed, today));

        db.LicenceApplications.Add(application);
        db.Publish(new LicenceAppliedFor
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = application.AppliedAt,
            SubjectId = application.Id.ToString(),
            SubjectVersion = application.Version,
            ApplicationId = application.Id,
            AgencyId = agency.Id,
            Country = agency.Country,
            Outbound = application.Outbound,
            RenewsLicenceId = application.RenewsId,
        });
        var notice = reference.Licences.NoticeOfRenewal(agency.Country, application.Outbound, today);
        return await db.Commit(new Proto.ApplyForLicenceResponse { ApplicationId = application.Id.ToString(), Checks = { ApplicationRules.Warnings(application, regime!, renewed, notice, today) } }, context.CancellationToken);
    }

    LicenceApplication ReadApplication(Proto.ApplyForLicenceRequest request, Agency agency, DateOnly today) => new()
    {
        Id = Guid.CreateVersion7(),
        AgencyId = agency.Id,
        Country = agency.Country,
        Outbound = LicenceFields.ReadOutbound(request.Direction),
        Countries = LicenceFields.ReadCountries(request.Countries),
        RenewsId = Read.OptionalId(request.RenewsLicenceId, "renews_licence_id"),
        Capital = Read.OptionalMoney(request.Capital, "capital"),
        Deposit = Read.OptionalMoney(request.Deposit, "deposit"),
        Statement = Read.OptionalText(request.Statement, "statement", 2000),
        Account = call.Caller.Account,
        AppliedOn = today,
        AppliedAt = clock.GetUtcNow(),
    };
}
