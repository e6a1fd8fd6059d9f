using Gms.DepartureOrientation.Curricula;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Sessions;

partial class SessionsService
{
    public override async Task<Proto.ListSessionsResponse> ListSessions(Proto.ListSessionsRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        SessionState? state = request.State == Proto.SessionState.Unspecified ? null : Read.Value<Proto.SessionState, SessionState>(request.State, "state");
        Stage? stage = request.Stage == Proto.Stage.Unspecified ? null : Read.Value<Proto.Stage, Stage>(request.Stage, "stage");
        var from = Read.OptionalDay(request.FromDay, "from_day")?.StartIn(country).ToUniversalTime();
        var to = Read.OptionalDay(request.ToDay, "to_day")?.AddDays(1).StartIn(country).ToUniversalTime();
        var leader = request.LedByCaller ? call.Caller.Account : null;
        var size = Read.PageSize(request.PageSize);
        var before = Read.PageToken(request.PageToken);

        var page = await db.Sessions.AsNoTracking().Include(s => s.Curriculum).Include(s => s.Institution).Include(s => s.Trainer)
            .Where(s => s.Country == country && (state == null || s.State == state) && (stage == null || s.Curriculum.Stage == stage)
                && (from == null || s.EndsAt > from) && (to == null || s.StartsAt < to) && (leader == null || s.Trainer.Account == leader) && (before == null || s.Id < before))
            .OrderByDescending(s => s.Id).Take(size + 1).ToListAsync(cancel);
        Guid[] ids = [.. page.Take(size).Select(s => s.Id)];
        var waiting = await db.Enrolments.AsNoTracking().Where(e => ids.Contains(e.SessionId) && e.State == EnrolmentState.Waiting)
            .GroupBy(e => e.SessionId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return new()
        {
            Sessions = { page.Take(size).Select(s => s.ToSummary(waiting.GetValueOrDefault(s.Id))) },
            NextPageToken = page.Count > size ? page[size - 1].Id.NextPageToken() : "",
        };
    }
}
