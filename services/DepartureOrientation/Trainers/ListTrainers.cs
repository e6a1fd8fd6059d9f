using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Trainers;

partial class TrainersService
{
    public override async Task<Proto.ListTrainersResponse> ListTrainers(Proto.ListTrainersRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var institution = Read.OptionalId(request.InstitutionId, "institution_id");
        var day = Read.OptionalDay(request.CertifiedOn, "certified_on");
        TrainerLevel? level = request.Level == Proto.TrainerLevel.Unspecified ? null : Read.Value<Proto.TrainerLevel, TrainerLevel>(request.Level, "level");
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken);

        var page = await db.Trainers.AsNoTracking().Include(t => t.Certifications).ThenInclude(c => c.Modules).ThenInclude(m => m.Module).AsSplitQuery()
            .Where(t => t.Country == country && (institution == null || t.InstitutionId == institution) && (after == null || t.Id > after))
            .Where(t => t.Certifications.Any(c => (level == null || c.Level == level)
                && (day == null || (c.ValidFrom <= day && day <= c.ValidUntil && (c.WithdrawnFrom == null || day < c.WithdrawnFrom)))))
            .OrderBy(t => t.Id)
            .Take(size)
            .ToListAsync(context.CancellationToken);

        return new()
        {
            Trainers = { page.Select(t => t.ToProto(clock.TodayIn(country))) },
            NextPageToken = page.Count == size ? page[^1].Id.NextPageToken() : "",
        };
    }
}
