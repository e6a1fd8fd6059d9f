using Gms.Platform;
using Gms.Recruitment.Complaints;

namespace Gms.Recruitment.Concerns;

/// <summary>What must hold for a concern to be answered, and how soon one is looked at. Pure.</summary>
static class ConcernRules
{
    /// <summary>Who is in danger is not put in a queue.</summary>
    public static ComplaintUrgency Urgency(ComplaintCategory category, bool danger) =>
        danger ? ComplaintUrgency.Emergency : category is ComplaintCategory.Abuse or ComplaintCategory.PapersHeld ? ComplaintUrgency.Urgent : ComplaintUrgency.Normal;

    /// <summary>What is sent of an answer: what could never be right.</summary>
    public static IEnumerable<Problem> Answer(ConcernOutcome outcome, Guid? complaint)
    {
        if (outcome == ConcernOutcome.ComplaintOpened && complaint is null)
            yield return ConcernProblems.ComplaintMissing();
        if (outcome != ConcernOutcome.ComplaintOpened && complaint is not null)
            yield return ConcernProblems.ComplaintNotOpened();
    }

    public static IEnumerable<Problem> ToAnswer(Concern concern)
    {
        if (concern.State == ConcernState.Answered)
            yield return ConcernProblems.AnsweredAlready();
    }
}
