using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Employers;

partial class EmployersService
{
    public override async Task<Proto.GetEmployerResponse> GetEmployer(Proto.GetEmployerRequest request, ServerCallContext context)
    {
        var id = Read.Id(request.EmployerId, "employer_id");
        var asOf = Read.OptionalDay(request.AsOf, "as_of");
        var employer = await db.Employers.AsNoTracking().Include(e => e.Standings).SingleOrDefaultAsync(e => e.Id == id, context.CancellationToken)
            ?? throw Refuse.NotFound(Problems.EmployerNotFound());
        call.MustReach(await ReachOf(employer, context.CancellationToken), Problems.EmployerNotFound());

        return new()
        {
            EmployerId = employer.Id.ToString(),
            Country = employer.Country,
            Name = employer.Name,
            NameLatin = employer.NameLatin ?? "",
            RegistrationNumber = employer.RegistrationNumber,
            Sector = employer.Sector,
            Subdivision = employer.Subdivision,
            SiteVisitedOn = employer.SiteVisitedOn?.ToProto(),
            Standing = employer.StandingOn(asOf ?? clock.TodayIn(employer.Country)).ToProto(),
            History = { employer.Standings.OrderBy(s => s.Number).Select(s => s.ToProto(withReason: call.Caller.Agency is null)) },
        };
    }

    /// <summary>The country of work, and whoever has a job order or contract with the employer.</summary>
    async Task<Reach> ReachOf(Employer employer, CancellationToken cancel)
    {
        var parties = await db.JobOrders.Where(o => o.EmployerId == employer.Id).Select(o => new { o.Origin, o.AgencyId })
            .Union(db.Contracts.Where(c => c.EmployerId == employer.Id).Select(c => new { c.Origin, c.AgencyId }))
            .ToListAsync(cancel);
        var further = await db.JobOrders.Where(o => o.EmployerId == employer.Id).SelectMany(o => o.FurtherAgencies).Distinct().ToListAsync(cancel);
        return new() { Countries = [employer.Country, .. parties.Select(p => p.Origin)], Agencies = [.. parties.Select(p => p.AgencyId).OfType<Guid>(), .. further] };
    }
}
