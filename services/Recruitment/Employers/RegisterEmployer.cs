using Gms.Events.Recruitment;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Employers;

partial class EmployersService
{
    public override async Task<Proto.RegisterEmployerResponse> RegisterEmployer(Proto.RegisterEmployerRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var employer = new Employer
        {
            Id = Read.OptionalId(request.EmployerId, "employer_id") ?? Guid.CreateVersion7(),
            Country = country,
            Name = Read.Text(request.Name, "name"),
            NameLatin = Read.OptionalText(request.NameLatin, "name_latin"),
            RegistrationNumber = Read.Text(request.RegistrationNumber, "registration_number", 40),
            Sector = Read.Code(request.Sector, "sector", reference.Occupations.Sectors),
            Subdivision = Read.Text(request.Subdivision, "subdivision", 6),
            SiteVisitedOn = Read.OptionalDay(request.SiteVisitedOn, "site_visited_on"),
            RegisteredAt = clock.GetUtcNow(),
        };
        if (employer.SiteVisitedOn > clock.TodayIn(country))
            throw Refuse.NotNow(Problems.EmployerVisitInFuture());

        db.Employers.Add(employer);
        db.Publish(new EmployerRegistered
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = employer.RegisteredAt,
            SubjectId = employer.Id.ToString(),
            SubjectVersion = employer.Version,
            EmployerId = employer.Id,
            Country = employer.Country,
            Sector = employer.Sector,
        });
        return await db.Commit(new Proto.RegisterEmployerResponse { EmployerId = employer.Id.ToString() }, context.CancellationToken);
    }
}
