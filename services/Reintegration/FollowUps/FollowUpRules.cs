using Gms.Platform;
using Gms.Reintegration.Assessments;
using Gms.Reintegration.Cases;
using Gms.Reintegration.Casework;

namespace Gms.Reintegration.FollowUps;

/// <summary>When it is asked how it goes, and what must hold for the answer to be kept. Pure.</summary>
static class FollowUpRules
{
    /// <param name="held">The case.</param>
    /// <param name="month">How many months after the return.</param>
    /// <param name="answers">The answered questionnaire; null when there is none of the id in this case.</param>
    /// <param name="times">When it is asked.</param>
    /// <param name="today">The legal day there.</param>
    public static IEnumerable<Problem> ToRecord(Case held, int month, Assessment? answers, FollowUpTimes times, DateOnly today)
    {
        if (held.State == CaseState.BeforeReturn || today < held.ReturnedOn)
        {
            yield return Problems.FollowUpBeforeReturn();
            yield break;
        }
        if (held.ErasedAt is not null)
            yield return Problems.CaseErased();    // without answers a score would be a 0 that nobody gave
        var opens = Opens(held.ReturnedOn, month, times);
        if (today < opens)
            yield return Problems.FollowUpTooEarly(opens);
        if (held.State == CaseState.Closed && held.Outcome != CaseOutcome.Reintegrated)
            yield return Problems.CaseClosed();
        if (answers is not { Kind: AssessmentKind.Sustainability, CompletedOn: { } completed })
            yield return Problems.FollowUpWithoutAnswers();
        else if (completed < opens || answers.AnsweredFrom?.DayIn(held.Country) < opens)
            yield return Problems.FollowUpAnswersTooOld(opens);
    }

    /// <summary>The first day on which it may be asked.</summary>
    public static DateOnly Opens(DateOnly returnedOn, int month, FollowUpTimes times) => returnedOn.AddMonths(month).AddDays(-times.OpensDaysBefore);

    /// <summary>The last day of return whose follow-up may be asked on a day.</summary>
    public static DateOnly LastReturn(int month, FollowUpTimes times, DateOnly today)
    {
        var last = today.AddDays(times.OpensDaysBefore).AddMonths(-month);
        // Months differ in length: the first of several days that lead to the same one is not the last.
        while (Opens(last.AddDays(1), month, times) <= today)
            last = last.AddDays(1);
        return last;
    }

    /// <summary>The months that are still asked about: those before which no later one may be asked yet.</summary>
    public static IEnumerable<int> StillToAsk(DateOnly returnedOn, FollowUpTimes times, DateOnly today) =>
        times.Months.Where(m => !times.Months.Any(later => later > m && Opens(returnedOn, later, times) <= today));

    /// <summary>The last day before an officer is told that nobody asked; never one that has gone by when the asking begins.</summary>
    public static DateOnly LateOn(DateOnly returnedOn, int month, FollowUpTimes times, DateOnly today)
    {
        var (asked, now) = (returnedOn.AddMonths(month), today);
        return (asked > now ? asked : now).AddDays(times.LateAfterDays);
    }

    public static Step StepOf(int month) => Enum.Parse<Step>($"FollowUp{month}");
}
