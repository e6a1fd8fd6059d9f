using Gms.Events.Recruitment;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Agencies;

partial class AgenciesService
{
    public override async Task<Proto.RegisterAgencyResponse> RegisterAgency(Proto.RegisterAgencyRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var agency = new Agency
        {
            Id = Read.OptionalId(request.AgencyId, "agency_id") ?? Guid.CreateVersion7(),
            Country = country,
            Name = Read.Text(request.Name, "name"),
            NameLatin = Read.OptionalText(request.NameLatin, "name_latin"),
            RegistrationNumber = Read.Text(request.RegistrationNumber, "registration_number", 40),
            RegisteredAt = clock.GetUtcNow(),
        };

        db.Agencies.Add(agency);
        db.Publish(new AgencyRegistered
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = agency.RegisteredAt,
            SubjectId = agency.Id.ToString(),
            SubjectVersion = agency.Version,
            AgencyId = agency.Id,
            Country = agency.Country,
        });
        return await db.Commit(new Proto.RegisterAgencyResponse { AgencyId = agency.Id.ToString() }, context.CancellationToken);
    }
}
