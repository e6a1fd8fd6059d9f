using Gms.Events.Recruitment;

namespace Gms.Recruitment.Agencies;

/// <summary>What is told of a licence, whichever way it was granted.</summary>
static class LicenceEvents
{
    public static AgencyLicensed Licensed(Agency agency, Licence licence, DateTimeOffset now) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = now,
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
}
