using Gms.DepartureOrientation.Curricula;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Outreach;

partial class OutreachService
{
    const string Caveat = "A difference, not a cause: who is taught by whom is not drawn by lot, corridors and employers differ, and who knows where to complain complains more.";

    public override async Task<Proto.CompareOutcomesResponse> CompareOutcomes(Proto.CompareOutcomesRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var (from, before) = Months(country, request.Year);
        var training = Read.OptionalId(request.TrainingSessionId, "training_session_id");
        if (training is { } id)
            await MustBeTraining(id, country, cancel);

        var led = await Led(country, training, from, before, cancel);
        var group = await TaughtUnder(country, training, before, cancel);
        var unknown = new List<string>();
        var departed = await Asked("Registry", "how many left", unknown, () => cohorts.Departed(country, from, before, group, cancel));
        var complained = await Asked("Recruitment", "how many complained", unknown, () => cohorts.Complained(country, from, before, group, cancel));
        var (with, without) = OutcomeGroup.Compare(group.Count, departed, complained, cells.Threshold);
        return new()
        {
            From = from.ToProto(),
            Before = before.ToProto(),
            Threshold = cells.Threshold,
            Trainers = led.Trainers,
            Sessions = led.Sessions,
            With = with.ToProto(),
            Without = without.ToProto(),
            Caveat = Caveat,
            Unknown = { unknown },
        };
    }

    async Task MustBeTraining(Guid id, string country, CancellationToken cancel)
    {
        var session = await db.Sessions.AsNoTracking().Include(s => s.Curriculum).SingleOrDefaultAsync(s => s.Id == id && s.Country == country, cancel) ?? throw Refuse.NotFound(Problems.SessionNotFound());
        if (session.Curriculum.Stage != Stage.TrainingOfTrainers)
            throw Refuse.NotNow(OutreachProblems.NoTraining());
    }

    Task<LedUnder> Led(string country, Guid? training, DateOnly from, DateOnly before, CancellationToken cancel)
    {
        var (first, last) = (from.StartIn(country).ToUniversalTime(), before.StartIn(country).ToUniversalTime());
        return db.Database.SqlQuery<LedUnder>(
            $"""
            SELECT count(DISTINCT c.trainer_id)::int AS "Trainers", (count(DISTINCT s.id) FILTER (WHERE s.state = 'Closed' AND s.ends_at >= {first} AND s.ends_at < {last} AND u.stage <> 'TrainingOfTrainers'))::int AS "Sessions"
              FROM certifications c JOIN trainers t ON t.id = c.trainer_id
              LEFT JOIN session_certifications l ON l.certification_id = c.id LEFT JOIN sessions s ON s.id = l.session_id LEFT JOIN curricula u ON u.id = s.curriculum_id
             WHERE t.country = {country} AND c.training_session_id IS NOT NULL AND ({training}::uuid IS NULL OR c.training_session_id = {training})
            """).SingleAsync(cancel);
    }

    /// <summary>Workers with a certificate of a session led under a certification of that training, each once, from the day of the first such certificate.</summary>
    Task<List<Oriented>> TaughtUnder(string country, Guid? training, DateOnly before, CancellationToken cancel) => db.Database.SqlQuery<Oriented>(
        $"""
        SELECT worker_survivor(k.worker_number) AS "Worker", min(k.issued_on) AS "Since" FROM certificates k
         WHERE k.country = {country} AND k.stage = 'PreDeparture' AND k.state = 'Issued' AND k.issued_on < {before} AND EXISTS (
               SELECT FROM session_certifications l JOIN certifications c ON c.id = l.certification_id
                WHERE l.session_id = k.session_id AND c.training_session_id IS NOT NULL AND ({training}::uuid IS NULL OR c.training_session_id = {training}))
         GROUP BY 1 ORDER BY 1
        """).ToListAsync(cancel);

    static async Task<Counted> Asked(string service, string what, List<string> unknown, Func<Task<Counted>> ask)
    {
        try
        {
            return await ask();
        }
        catch (RpcException failure) when (failure.StatusCode is not StatusCode.Cancelled)
        {
            unknown.Add($"{service} did not answer {what}.");
            return new(null, null);
        }
    }

    sealed record LedUnder(int Trainers, int Sessions);
}
