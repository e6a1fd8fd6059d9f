using Gms.Events.Recruitment;
using Gms.Platform;
using Google.Protobuf.Collections;
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

        var licence = ReadLicence(request, agency);
        var regime = reference.Agencies.Of(agency.Country, licence.Outbound);
        Refuse.IfAny(LicenceRules.ToGrant(licence, regime));

        agency.Grant(licence);
        db.Publish(Licensed(agency, licence));
        return await db.Commit(new Proto.LicenseAgencyResponse { LicenceId = licence.Id.ToString(), Checks = { LicenceRules.Warnings(licence, regime!) } }, context.CancellationToken);
    }

    Licence ReadLicence(Proto.LicenseAgencyRequest request, Agency agency) => new()
    {
        Id = Guid.CreateVersion7(),
        AgencyId = agency.Id,
        Country = agency.Country,
        Number = Read.Text(request.LicenceNumber, "licence_number", 60),
        Outbound = Read.Value<Proto.LicenceDirection, Direction>(request.Direction, "direction") == Direction.Outbound,
        ValidFrom = Read.Day(request.ValidFrom, "valid_from"),
        ValidTo = Read.OptionalDay(request.ValidTo, "valid_to"),
        Countries = ReadCountries(request.Countries),
        Deposit = Read.OptionalMoney(request.Deposit, "deposit"),
        Conditions = Read.OptionalText(request.Conditions, "conditions", 2000),
        GrantedAt = clock.GetUtcNow(),
    };

    static string[] ReadCountries(RepeatedField<string> countries) => countries.Count == 0
        ? throw Refuse.Invalid(PlatformProblems.FieldRequired("countries"))
        : [.. countries.Select((c, i) => Read.OptionalAnyCountry(c, $"countries[{i}]") ?? throw Refuse.Invalid(PlatformProblems.FieldRequired($"countries[{i}]"))).Distinct().Order(StringComparer.Ordinal)];

    AgencyLicensed Licensed(Agency agency, Licence licence) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = agency.Id.ToString(),
        SubjectVersion = agency.Version,
        AgencyId = agency.Id,
        Country = agency.Country,
        LicenceId = licence.Id,
        Outbound = licence.Outbound,
        ValidFrom = licence.ValidFrom,
        ValidTo = licence.ValidTo,
        Countries = licence.Countries,
    };

    enum Direction
    {
        Outbound,
        Inbound,
    }
}
