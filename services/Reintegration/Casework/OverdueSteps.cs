using Gms.Platform;
using Gms.Reintegration.Cases;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Reintegration.Casework;

/// <summary>Tells an officer of each step whose last day has passed everywhere.</summary>
sealed class OverdueSteps(NpgsqlDataSource database, OwnWork work, TimeProvider clock, ILogger<OverdueSteps> log) : TimedRounds(database, Lock, Every, log)
{
    const int Page = 50;
    const long Lock = 0x474D535F53544550;    // "GMS_STEP"

    /// <summary>Of the six countries the one whose days end last.</summary>
    const string LastToEnd = "MM";

    static readonly string[] Decisions = ["DONE", MoreTime.Decision, "NOT_NEEDED"];

    static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task Round(CancellationToken cancel)
    {
        while (await LookAtSome(cancel) == Page)
        {
        }
    }

    async Task<int> LookAtSome(CancellationToken cancel)
    {
        await using var scope = work.Begin("overdue-steps-looked-at", Purpose.Reintegration, "service:reintegration", "");
        var db = scope.ServiceProvider.GetRequiredService<ReintegrationDb>();
        var today = clock.TodayIn(LastToEnd);
        await db.Begin(cancel);
        var due = await db.Set<StepWatch>()
            .FromSql($"SELECT * FROM step_watches WHERE due_on < {today} ORDER BY due_on LIMIT {Page} FOR UPDATE SKIP LOCKED").ToListAsync(cancel);
        if (due.Count == 0)
            return 0;
        Guid[] ids = [.. due.Select(w => w.CaseId)];
        var cases = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        foreach (var watch in due)
        {
            db.Remove(watch);
            db.OpenWorkItem(Late(watch, cases[watch.CaseId]));
        }
        await db.Commit(cancel);
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
        OpenedAt = clock.GetUtcNow(),
        DueOn = watch.DueOn,
    };
}
