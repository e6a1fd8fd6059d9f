using Gms.Platform;
using Gms.Reintegration.Cases;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Reintegration.Casework;

/// <summary>Tells an officer of each step whose last day has passed everywhere.</summary>
sealed class OverdueSteps(NpgsqlDataSource database, OwnWork work, TimeProvider clock, ILogger<OverdueSteps> log)
    : DueRounds<ReintegrationDb>(database, Lock, "overdue-steps-looked-at", Purpose.Reintegration, work, clock, log)
{
    const long Lock = 0x474D535F53544550;    // "GMS_STEP"

    static readonly string[] Decisions = ["DONE", MoreTime.Decision, "NOT_NEEDED"];

    protected override async Task<int> TakeSome(ReintegrationDb db, IServiceProvider services, DateOnly today, CancellationToken cancel)
    {
        var due = await db.Set<StepWatch>()
            .FromSql($"SELECT * FROM step_watches WHERE due_on < {today} ORDER BY due_on LIMIT {Page} FOR UPDATE SKIP LOCKED").OrderBy(w => w.DueOn).ToListAsync(cancel);
        if (due.Count == 0)
            return 0;
        Guid[] ids = [.. due.Select(w => w.CaseId)];
        var cases = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        foreach (var watch in due)
        {
            db.Remove(watch);
            db.OpenWorkItem(Late(watch, cases[watch.CaseId]));
        }
        return due.Count;
    }

    /// <summary>The step that a work item says is late; null for one that says something else.</summary>
    public static Step? StepOf(WorkItem item) =>
        item.Key.Split(':') is [_, var step, _, _] && Enum.TryParse<Step>(step, out var known) && KindOf(known) == item.Kind ? known : null;

    static string KindOf(Step step) => step switch
    {
        Step.Assign => "ASSIGN_OVERDUE",
        Step.Assess => "ASSESS_OVERDUE",
        Step.Plan => "PLAN_OVERDUE",
        Step.ReferralAnswer => "REFERRAL_ANSWER_OVERDUE",
        Step.ReferralDone => "REFERRAL_DONE_OVERDUE",
        Step.ClaimStep => "CLAIM_STEP_OVERDUE",
        Step.FollowUp3 or Step.FollowUp6 or Step.FollowUp12 => "FOLLOW_UP_OVERDUE",
    };

    WorkItem Late(StepWatch watch, Case held) => new()
    {
        Kind = KindOf(watch.Step),
        Key = $"{Steps.Key(watch.CaseId, watch.Step, watch.SubjectId)}:{watch.DueOn:yyyyMMdd}",
        Country = held.Country,
        Subjects = [held.WorkerNumber],
        Facts = new Dictionary<string, string>
        {
            ["case_id"] = watch.CaseId.ToString(),
            ["subject_id"] = watch.SubjectId.ToString(),
            ["due_on"] = watch.DueOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["counsellor"] = held.Counsellor ?? "",
        },
        Decisions = Decisions,
        OpenedAt = Clock.GetUtcNow(),
        DueOn = watch.DueOn,
    };
}
