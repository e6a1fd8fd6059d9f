using Gms.DepartureOrientation.Curricula;
using Gms.DepartureOrientation.Institutions;
using Gms.DepartureOrientation.Trainers;
using Gms.Events.DepartureOrientation;
using Gms.Platform;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Sessions;

partial class SessionsService
{
    public override async Task<Proto.PlanSessionResponse> PlanSession(Proto.PlanSessionRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var institution = await Institution(Read.Id(request.InstitutionId, "institution_id"), cancel);
        var mode = request.Mode == Proto.SessionMode.Unspecified ? SessionMode.Room : Read.Value<Proto.SessionMode, SessionMode>(request.Mode, "mode");
        var session = new Session
        {
            Country = institution.Country,
            Curriculum = await Curriculum(Read.Id(request.CurriculumId, "curriculum_id"), cancel),
            Institution = institution,
            Trainer = await Trainer(Read.Id(request.TrainerId, "trainer_id"), cancel),
            Mode = mode,
            Room = mode == SessionMode.Online ? Read.OptionalText(request.Room, "room", 80) ?? "" : Read.Text(request.Room, "room", 80),
            Places = Read.Number(request.Places, "places", 1, 500),
            Language = Languages.Read(request.Language, "language"),
            StartsAt = Instant(request.StartsAt, "starts_at"),
            EndsAt = Instant(request.EndsAt, "ends_at"),
        };

        Refuse.IfAny(SessionRules.ToPlan(session, clock.TodayIn(session.Country)));

        db.Add(session);
        await db.RecordLead(session, cancel);
        db.Publish(Planned(session));
        return await db.Commit(new Proto.PlanSessionResponse { SessionId = session.Id.ToString() }, cancel);
    }

    async Task<Institution> Institution(Guid id, CancellationToken cancel)
    {
        var institution = await db.Institutions.Include(i => i.Accreditations).SingleOrDefaultAsync(i => i.Id == id, cancel)
            ?? throw Refuse.NotFound(Problems.InstitutionNotFound());
        call.MustReach(institution.Reach, Problems.InstitutionNotFound());
        return institution;
    }

    async Task<Curriculum> Curriculum(Guid id, CancellationToken cancel) =>
        await db.Curricula.Include(c => c.Modules).ThenInclude(m => m.Module).SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw Refuse.NotFound(Problems.CurriculumNotFound());

    async Task<Trainer> Trainer(Guid id, CancellationToken cancel) =>
        await db.Trainers.Include(t => t.Certifications).ThenInclude(c => c.Modules).ThenInclude(m => m.Module).SingleOrDefaultAsync(t => t.Id == id, cancel)
            ?? throw Refuse.NotFound(Problems.TrainerNotFound());

    /// <summary>A time to the second; outside the registry's century it is a slip.</summary>
    static DateTimeOffset Instant(Timestamp? time, string field)
    {
        if (time is null)
            throw Refuse.Invalid(PlatformProblems.FieldRequired(field));
        return time.Seconds is >= 946_684_800 and < 4_102_444_800
            ? DateTimeOffset.FromUnixTimeSeconds(time.Seconds)
            : throw Refuse.Invalid(Problems.SessionTimeMalformed(field));
    }

    SessionPlanned Planned(Session session) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = session.Id.ToString(),
        SubjectVersion = session.Version,
        SessionId = session.Id,
        Country = session.Country,
        CurriculumId = session.Curriculum.Id,
        InstitutionId = session.Institution.Id,
        StartsAt = session.StartsAt,
        EndsAt = session.EndsAt,
        Language = session.Language,
        Places = session.Places,
    };
}
