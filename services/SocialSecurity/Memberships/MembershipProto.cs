using Gms.Platform;
using Proto = Gms.SocialSecurity.V1;
using TypeProto = Gms.Type.V1;

namespace Gms.SocialSecurity.Memberships;

/// <summary>How memberships are shown.</summary>
static class MembershipProto
{
    public static Proto.Membership ToProto(this Membership membership)
    {
        var months = Months.Of(membership.PaidMonths);
        return new()
        {
            MembershipId = membership.Id.ToString(),
            WorkerNumber = membership.WorkerNumber,
            SchemeId = membership.Scheme,
            Country = membership.Country,
            Employer = membership.Employer,
            FromDay = membership.FromDay.ToProto(),
            ToDay = membership.ToDay?.ToProto(),
            EmploymentType = membership.EmploymentType,
            Channel = membership.Channel,
            EndReason = (Proto.MembershipEnd)(membership.EndReason ?? 0),
            Months = { months.Runs.Select(r => new Proto.MonthRun { First = Month(r.First), Last = Month(r.Last) }) },
            MonthsCounted = months.Count,
        };
    }

    static TypeProto.Date Month(int month) => Month(Months.FirstDay(month));

    /// <summary>A month without a day.</summary>
    public static TypeProto.Date Month(DateOnly month) => new() { Year = month.Year, Month = month.Month };
}
