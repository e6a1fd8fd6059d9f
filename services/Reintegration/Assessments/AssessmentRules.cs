using Gms.Platform;
using Gms.Reintegration.Cases;

namespace Gms.Reintegration.Assessments;

/// <summary>What must hold for answers to be kept. Pure.</summary>
static class AssessmentRules
{
    /// <summary>The device's clock may be a little ahead.</summary>
    static readonly TimeSpan Ahead = TimeSpan.FromHours(1);

    /// <param name="held">The case.</param>
    /// <param name="assessment">As it stands, before these answers.</param>
    /// <param name="answers">What the device sends, answers sent before among them.</param>
    /// <param name="counted">Whether a follow-up rests on it.</param>
    /// <param name="now">The time of the call.</param>
    public static IEnumerable<Problem> ToSave(Case held, Assessment assessment, IReadOnlyList<AssessmentAnswer> answers, bool counted, DateTimeOffset now)
    {
        if (held.ErasedAt is not null)
            yield return Problems.CaseErased();
        // What a closed case needs is no longer asked; how it goes still is.
        if (assessment.Kind == AssessmentKind.Needs && held.State == CaseState.Closed)
            yield return Problems.CaseClosed();
        if (assessment.Kind == AssessmentKind.Sustainability && held.State == CaseState.BeforeReturn)
            yield return Problems.FollowUpBeforeReturn();

        var known = assessment.Answers.ToDictionary(a => a.Id);
        for (var i = 0; i < answers.Count; i++)
        {
            if (answers.Take(i).Any(a => a.Id == answers[i].Id && (a.Question != answers[i].Question || a.Value != answers[i].Value)))
                yield return Problems.AssessmentAnswerChanged(i);
            if (known.TryGetValue(answers[i].Id, out var before))
            {
                if (before.Question != answers[i].Question || before.Value != answers[i].Value)
                    yield return Problems.AssessmentAnswerChanged(i);
                continue;
            }
            // Complete is what must be answered; what may be answered can still come, in the next piece from the same device.
            if (assessment.CompletedOn is not null && (counted || assessment.Answers.Exists(a => a.Question == answers[i].Question)))
                yield return Problems.AssessmentComplete(i);
            if (answers[i].AnsweredAt > now + Ahead)
                yield return Problems.AssessmentAnswerInFuture(i);
        }
    }
}
