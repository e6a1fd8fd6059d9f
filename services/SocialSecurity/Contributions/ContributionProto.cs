using Gms.SocialSecurity.Memberships;
using Proto = Gms.SocialSecurity.V1;
using TypeProto = Gms.Type.V1;

namespace Gms.SocialSecurity.Contributions;

/// <summary>How contributions are shown.</summary>
static class ContributionProto
{
    public static Proto.Contribution ToProto(this Contribution contribution)
    {
        TypeProto.Money? Amount(long? minor) => minor is { } m ? new() { Minor = m, Currency = contribution.Currency } : null;
        return new()
        {
            ContributionId = contribution.Id.ToString(),
            MembershipId = contribution.MembershipId.ToString(),
            Month = MembershipProto.Month(contribution.Month),
            Wage = Amount(contribution.Wage),
            Base = Amount(contribution.Base),
            EmployeeExpected = Amount(contribution.EmployeeExpected),
            EmployerExpected = Amount(contribution.EmployerExpected),
            EmployeePaid = Amount(contribution.EmployeePaid),
            EmployerPaid = Amount(contribution.EmployerPaid),
            State = (Proto.ContributionState)contribution.State,
            Rate = contribution.Rate,
            Note = contribution.Note,
            Correction = contribution.Correction,
            FilingId = contribution.Filing?.ToString() ?? "",
        };
    }
}
