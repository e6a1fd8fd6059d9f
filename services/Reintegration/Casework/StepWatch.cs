using Gms.Platform;
using Gms.Reintegration.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Reintegration.Casework;

/// <summary>A step that is due: gone when it was taken, or when its day has passed and a work item says so.</summary>
public sealed class StepWatch
{
    public required Step Step { get; init; }

    /// <summary>What the step is of: the case, a referral, a claim.</summary>
    public required Guid SubjectId { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public required DateOnly DueOn { get; set; }
}

sealed class StepWatchMapping : IEntityTypeConfiguration<StepWatch>
{
    public void Configure(EntityTypeBuilder<StepWatch> watch)
    {
        watch.ToTable("step_watches");
        watch.HasKey(w => new { w.Step, w.SubjectId });
        watch.Property(w => w.Step).HasConversion<string>();
    }
}

/// <summary>Begins and ends steps with the change that begins or ends them.</summary>
static class Steps
{
    /// <summary>The beginning of the key of the work item that says that a step is late; every one of a case begins with the case.</summary>
    public static string Key(Guid caseId, Step step, Guid subject) => $"{caseId:N}:{step}:{subject:N}";

    /// <summary>In the place of the step in the key of the work item that says that a referral needs another partner.</summary>
    public const string NoPartner = "Declined";

    public static void Begin(this ReintegrationDb db, CaseworkRules rules, Step step, Guid subject, Case held, DateOnly today)
    {
        if (rules.DueOn(step, today, held.Urgent) is { } due)
            db.Add(new StepWatch { Step = step, SubjectId = subject, CaseId = held.Id, DueOn = due });
    }

    /// <summary>The step was taken or is no longer needed: nobody waits for it, and a work item that said it was late is settled.</summary>
    public static async Task End(this ReintegrationDb db, Step step, Guid subject, Case held, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Locked(step, subject, cancel) is { } watch)
            db.Remove(watch);
        await db.CloseWorkItems(Key(held.Id, step, subject), "DONE", "The step was taken.", now, cancel);
    }

    /// <summary>
    /// The watch under its lock. Whoever tells officers of late steps may be at it in this moment: then it is gone when that is done, and the work item
    /// that it became is there to be settled.
    /// </summary>
    static async Task<StepWatch?> Locked(this ReintegrationDb db, Step step, Guid subject, CancellationToken cancel)
    {
        if (db.Set<StepWatch>().Local.FirstOrDefault(w => w.Step == step && w.SubjectId == subject) is { } begun)
            return begun;
        await db.InTransaction(cancel);
        return (await db.Set<StepWatch>().FromSql($"SELECT * FROM step_watches WHERE step = {step.ToString()} AND subject_id = {subject} FOR UPDATE").OrderBy(w => w.Step).ThenBy(w => w.SubjectId).ToListAsync(cancel)).SingleOrDefault();
    }

    /// <summary>A handler of an event is within the transaction of its inbox already.</summary>
    static Task InTransaction(this ReintegrationDb db, CancellationToken cancel) => db.Database.CurrentTransaction is null ? db.Begin(cancel) : Task.CompletedTask;

    /// <summary>Nobody waits for the partner of a referral any more.</summary>
    public static async Task NobodyWaitsFor(this ReintegrationDb db, Guid referral, Case held, DateTimeOffset now, CancellationToken cancel)
    {
        await db.End(Step.ReferralAnswer, referral, held, now, cancel);
        await db.End(Step.ReferralDone, referral, held, now, cancel);
    }

    /// <summary>What a case waits for is due sooner from a day on; what is due sooner already stays so. How it goes is asked when it is asked.</summary>
    public static async Task Hurry(this ReintegrationDb db, CaseworkRules rules, Case held, DateOnly today, CancellationToken cancel)
    {
        await db.InTransaction(cancel);
        foreach (var watch in await db.Set<StepWatch>().FromSql($"SELECT * FROM step_watches WHERE case_id = {held.Id} ORDER BY step, subject_id FOR UPDATE").OrderBy(w => w.Step).ThenBy(w => w.SubjectId).ToListAsync(cancel))
            if (watch.Step < Step.FollowUp3 && rules.DueOn(watch.Step, today, urgent: true) is { } due && due < watch.DueOn)
                watch.DueOn = due;
    }

    /// <summary>A step was taken and the next of the same kind begins.</summary>
    public static async Task Restart(this ReintegrationDb db, CaseworkRules rules, Step step, Guid subject, Case held, DateTimeOffset now, CancellationToken cancel)
    {
        var today = now.DayIn(held.Country);
        var kept = await db.Locked(step, subject, cancel);
        await db.CloseWorkItems(Key(held.Id, step, subject), "DONE", "The step was taken.", now, cancel);
        if (kept is not { } watch)
            db.Begin(rules, step, subject, held, today);
        else if (rules.DueOn(step, today, held.Urgent) is { } due)
            watch.DueOn = due;
    }

    /// <summary>Nothing of a closed case is waited for, but that somebody asks later how it goes, where the worker is taken to be on own feet.</summary>
    public static async Task EndAll(this ReintegrationDb db, Case held, DateTimeOffset now, CancellationToken cancel)
    {
        var ends = Enum.GetValues<Step>().Where(s => s < Step.FollowUp3 || held.Outcome != CaseOutcome.Reintegrated).ToList();
        await db.Begin(cancel);
        string[] names = [.. ends.Select(s => s.ToString())];
        foreach (var watch in await db.Set<StepWatch>().FromSql($"SELECT * FROM step_watches WHERE case_id = {held.Id} AND step = ANY ({names}) ORDER BY step, subject_id FOR UPDATE").OrderBy(w => w.Step).ThenBy(w => w.SubjectId).ToListAsync(cancel))
            db.Remove(watch);
        foreach (var step in ends)
            await db.CloseWorkItems($"{held.Id:N}:{step}:", "DONE", "The case was closed.", now, cancel);
        await db.CloseWorkItems($"{held.Id:N}:{NoPartner}:", "NOT_NEEDED", "The case was closed.", now, cancel);
    }
}
