using Gms.Events.Recruitment;
using Gms.Platform;
using Gms.Recruitment.Reference;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Employers;

/// <summary>The calls of protos/gms/recruitment/v1/employers.proto, one file each in this folder.</summary>
public sealed partial class EmployersService(RecruitmentDb db, Call call, RecruitmentReference reference, TimeProvider clock) : Proto.Employers.EmployersBase
{
    /// <summary>What the labour office says of an employer: weighed, added, told.</summary>
    async Task<Employer> Say(Guid id, Func<Employer, DateOnly, StandingChange> change, CancellationToken cancel)
    {
        var employer = await db.Employers.Include(e => e.Standings).SingleOrDefaultAsync(e => e.Id == id, cancel) ?? throw Refuse.NotFound(Problems.EmployerNotFound());
        call.MustReach(Reach.Country(employer.Country), Problems.EmployerNotFound());
        var today = clock.TodayIn(employer.Country);
        var said = change(employer, today);

        Refuse.IfAny(EmployerRules.ToChange(employer, said, today));

        employer.Say(said);
        db.Publish(new EmployerStandingChanged
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = said.RecordedAt,
            SubjectId = employer.Id.ToString(),
            SubjectVersion = employer.Version,
            EmployerId = employer.Id,
            Country = employer.Country,
            Standing = said.Standing.ToString(),
            From = said.From,
            LastDay = said.LastDay,
        });
        return employer;
    }

    StandingChange Stopped(Employer employer, EmployerStanding standing, DateOnly from, string reason) => new()
    {
        EmployerId = employer.Id,
        Number = employer.Standings.Count + 1,
        Standing = standing,
        From = from,
        Reason = reason,
        RecordedAt = clock.GetUtcNow(),
    };

    Proto.EmployerStanding Today(Employer employer) => employer.StandingOn(clock.TodayIn(employer.Country)).ToProto();
}
