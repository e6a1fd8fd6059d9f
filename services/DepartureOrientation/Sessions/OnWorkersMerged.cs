using Gms.Events.Registry;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.DepartureOrientation.Sessions;

/// <summary>Takes two numbers for one person from now on. Places in two sessions at once, one of each, go to an officer: nobody attends both.</summary>
public sealed class OnWorkersMerged(DepartureOrientationDb db, TimeProvider clock) : IHandle<WorkersMerged>
{
    public async Task Handle(WorkersMerged happened, CancellationToken cancel)
    {
        if (await db.Learn(happened, cancel) is { } sides)
        {
            var numbers = sides.All;
            var places = await db.Enrolments.AsNoTracking().Where(e => numbers.Contains(e.WorkerNumber) && e.State == EnrolmentState.Placed && e.AtSetTimes).OrderBy(e => e.Id).ToListAsync(cancel);
            foreach (var (one, other) in sides.Pairs(places, e => e.WorkerNumber, (one, other) => one.StartsAt < other.EndsAt && other.StartsAt < one.EndsAt))
                foreach (var holder in new[] { one.Country, other.Country }.Distinct())
                    db.OpenWorkItem(AtOnce(happened, holder, one, other));
        }
        await db.Commit(cancel);
    }

    WorkItem AtOnce(WorkersMerged happened, string holder, Enrolment one, Enrolment other) => new()
    {
        Kind = "SESSIONS_AT_ONCE",
        Key = $"{Aliases.MergeKey(happened.MergeId)}{one.Id:N}:{other.Id:N}:{holder}",
        Country = holder,
        Subjects = [one.WorkerNumber, other.WorkerNumber],
        Facts = new Dictionary<string, string>
        {
            ["merge_id"] = happened.MergeId.ToString(),
            ["enrolment_id"] = one.Id.ToString(),
            ["other_enrolment_id"] = other.Id.ToString(),
            ["session_id"] = one.SessionId.ToString(),
            ["other_session_id"] = other.SessionId.ToString(),
            ["minutes"] = one.Minutes.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["other_minutes"] = other.Minutes.ToString(System.Globalization.CultureInfo.InvariantCulture),
        },
        Decisions = ["BOTH_RIGHT", "ONE_NOT_ATTENDED"],
        OpenedAt = clock.GetUtcNow(),
    };
}
