using Gms.Platform;
using Gms.SocialSecurity.Memberships;
using Proto = Gms.SocialSecurity.V1;
using TypeProto = Gms.Type.V1;

namespace Gms.SocialSecurity.Portability;

/// <summary>How the lines of an exit are shown.</summary>
static class ExitProto
{
    public static Proto.ExitLine ToProto(this ExitLine line, IEnumerable<Membership> memberships)
    {
        var facts = line.Facts;
        TypeProto.Money? Amount(long? minor) => minor is { } m ? new() { Minor = m, Currency = facts.Scheme.Currency } : null;
        return new()
        {
            SchemeId = facts.Scheme.Id,
            State = (Proto.ExitState)line.State,
            Benefit = (Proto.ExitBenefit)(line.Rule?.Benefit ?? ExitBenefit.Unspecified),
            Text = line.Text,
            PayableFrom = line.PayableFrom?.ToProto(),
            Amount = Amount(line.Amount),
            AmountIs = line.Amount is null ? Proto.ExitAmount.Unspecified : (Proto.ExitAmount)line.Rule!.AmountIs,
            ClaimBy = line.ClaimBy?.ToProto(),
            Forms = { line.Rule?.Forms ?? [] },
            Office = facts.Scheme.Administrator,
            MonthsCounted = facts.Months,
            EmployeePaid = Amount(facts.EmployeePaid),
            EmployerPaid = Amount(facts.EmployerPaid),
            MembershipIds = { memberships.Select(m => m.Id.ToString()) },
            Missing = line.Missing,
            Source = (line.Rule?.Evidence ?? facts.Scheme.Evidence.Unsure).ToProto(),
        };
    }
}
