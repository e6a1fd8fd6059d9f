using Gms.Portal.Languages;
using Gms.Recruitment.V1;
using Gms.Type.V1;

namespace Gms.Portal.RecruitmentAgency;

/// <summary>What an agency has to answer, and by when. Pure.</summary>
static class Deadlines
{
    public static bool AnswerIsDue(AgencyComplaint complaint) => complaint.State == ComplaintState.AnswerDue;

    /// <summary>What must be answered first stands first; what needs no answer comes after.</summary>
    public static IEnumerable<AgencyComplaint> InOrder(IEnumerable<AgencyComplaint> complaints) =>
        complaints.OrderByDescending(AnswerIsDue).ThenBy(c => AnswerIsDue(c) && c.AnswerDueOn is { } due ? due.ToDay() : DateOnly.MaxValue);

    /// <summary>How long there is still time, or how long it is over.</summary>
    public static string Left(Texts texts, Date? due, DateOnly today) => due is null ? "" : (due.ToDay().DayNumber - today.DayNumber) switch
    {
        0 => texts["complaints.today"],
        > 0 and var left => texts.Count("complaints.left", left),
        var over => texts.Count("complaints.over", -over),
    };
}
