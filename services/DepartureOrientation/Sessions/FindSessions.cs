using Gms.DepartureOrientation.Curricula;
using Gms.Platform;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Sessions;

partial class SessionsService
{
    public override async Task<Proto.FindSessionsResponse> FindSessions(Proto.FindSessionsRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var country = Read.Country(request.Country, "country");
        Stage? stage = request.Stage == Proto.Stage.Unspecified ? null : Read.Value<Proto.Stage, Stage>(request.Stage, "stage");
        var language = request.Language.Length == 0 ? null : Languages.Read(request.Language, "language");
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken) ?? Guid.Empty;
        var now = clock.GetUtcNow();

        var page = await db.Sessions.AsNoTracking().Include(s => s.Curriculum).Include(s => s.Institution)
            .Where(s => s.Country == country && s.State == SessionState.Planned && s.EndsAt > now && s.Id > after
                && (stage == null || s.Curriculum.Stage == stage) && (language == null || s.Language == language))
            .OrderBy(s => s.Id).Take(size + 1).ToListAsync(cancel);
        return new()
        {
            Sessions = { page.Take(size).Select(Offer) },
            NextPageToken = page.Count > size ? page[size - 1].Id.NextPageToken() : "",
        };
    }

    static Proto.SessionOffer Offer(Session session) => new()
    {
        SessionId = session.Id.ToString(),
        Title = session.Curriculum.Title,
        Stage = session.Curriculum.Stage.ToProto(),
        Institution = session.Institution.Name,
        Province = session.Institution.Province ?? "",
        Mode = session.Mode.ToProto(),
        Language = session.Language,
        StartsAt = Timestamp.FromDateTimeOffset(session.StartsAt),
        EndsAt = Timestamp.FromDateTimeOffset(session.EndsAt),
        FreePlaces = Math.Max(0, session.Places - session.Enrolled),
    };
}
